package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks at accepted invoices again when what was agreed has changed. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceRematching {

  private final InvoiceRepository repository;
  private final InvoiceService invoices;
  private final WorkOrders orders;
  private final AccrualLimit limit;
  private final SettlementService settlements;
  private final CurrentAction current;

  InvoiceRematching(
      InvoiceRepository repository, InvoiceService invoices, WorkOrders orders, AccrualLimit limit,
      SettlementService settlements, CurrentAction current) {
    this.repository = repository;
    this.invoices = invoices;
    this.orders = orders;
    this.limit = limit;
    this.settlements = settlements;
    this.current = current;
  }

  /** Has finance look at the last accepted invoice again, when the corrected times leave less to pay for. */
  void matchAgain(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    List<Invoice> accepted = invoices.of(number).stream().filter(Invoice::isAccepted).toList();
    if (accepted.isEmpty() || !limit.isExceeded(order, BigDecimal.ZERO)) {
      return;
    }
    invoices.waiting(number)
        .ifPresentOrElse(this::alsoForItsTimes, () -> reopen(order, accepted.get(accepted.size() - 1)));
  }

  private void alsoForItsTimes(Invoice invoice) {
    List<String> reasons = Stream.concat(Stream.of(InvoiceMatching.WRONG_TIMES), invoice.reasons().stream())
        .distinct().toList();
    repository.move(invoice.id(), Invoice.State.WAITING, reasons);
    current.note("invoice " + invoice.invoiceNumber() + " waiting for finance: " + String.join(", ", reasons));
  }

  private void reopen(WorkOrder order, Invoice invoice) {
    repository.move(invoice.id(), Invoice.State.WAITING, List.of(InvoiceMatching.WRONG_TIMES));
    current.note("invoice " + invoice.invoiceNumber() + " no longer matches – waiting for finance: "
        + InvoiceMatching.WRONG_TIMES);
    settlements.reopened(order, invoice);
  }
}
