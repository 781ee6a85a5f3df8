package org.jobline.money.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jobline.action.CurrentAction;
import org.jobline.documents.OutstandingItemService;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What is written down of a new invoice before it is held against what was agreed. */
@Component
class InvoiceDrafts {

  private final ReferenceData referenceData;
  private final OutstandingItemService outstanding;
  private final CisRates cisRates;
  private final CurrentAction current;
  private final Clock clock;

  InvoiceDrafts(
      ReferenceData referenceData, OutstandingItemService outstanding, CisRates cisRates, CurrentAction current,
      Clock clock) {
    this.referenceData = referenceData;
    this.outstanding = outstanding;
    this.cisRates = cisRates;
    this.current = current;
    this.clock = clock;
  }

  /**
   * An invoice that waits.
   *
   * @throws InvalidFieldsException when its date does not fit the order, it is called final while something is
   *     outstanding, or nobody knows what CIS would deduct
   */
  Invoice of(WorkOrder order, Contractor contractor, NewInvoice recorded) {
    LocalDate dated = recorded.dated();
    checkDate(order, dated);
    List<String> missing = recorded.isFinal() ? outstanding.missing(order.number()) : List.of();
    if (!missing.isEmpty()) {
      throw new InvalidFieldsException("isFinal", "Final invoice can't be ticked while something is outstanding: "
          + String.join(", ", missing) + ".");
    }
    InvoiceAmounts amounts = recorded.claim().amounts(order.isCis(), cisRates.percent(order, contractor, dated));
    return new Invoice(0, order.number().value(), contractor.code(), recorded.number().typed(), dated,
        referenceData.client(order.client()).orElseThrow().currency(), amounts.labour(), amounts.materials(), amounts.vat(),
        order.isCis(), amounts.cisRate(), amounts.deduction(), amounts.payable(), recorded.isFinal(),
        Invoice.State.WAITING, List.of(), current.agent().name(), clock.instant());
  }

  private void checkDate(WorkOrder order, LocalDate dated) {
    ZoneId zone = referenceData.site(order.site()).orElseThrow().timeZone();
    LocalDate logged = LocalDate.ofInstant(order.loggedAt(), zone);
    if (dated.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
      throw new InvalidFieldsException("dated", "Invoice date can't be in the future.");
    }
    if (dated.isBefore(logged)) {
      throw new InvalidFieldsException("dated", "Invoice date can't be before the order was logged, on "
          + WrittenTime.day(logged) + ".");
    }
  }
}
