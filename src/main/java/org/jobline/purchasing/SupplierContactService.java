package org.jobline.purchasing;

import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.supplier.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is said between desk and supplier before goods move. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SupplierContactService {

  private final PurchaseChanges changes;
  private final Suppliers suppliers;
  private final SupplierChaseTimes times;
  private final CurrentAction current;

  SupplierContactService(
      PurchaseChanges changes, Suppliers suppliers, SupplierChaseTimes times, CurrentAction current) {
    this.changes = changes;
    this.suppliers = suppliers;
    this.times = times;
    this.current = current;
  }

  void submit(OrderNumber number, SubmitOrder command) {
    PurchaseOrder order = changes.change(number, (bought, now) -> bought.submit(command, now));
    current.note("version " + order.sheetVersion() + " of the order sheet");
  }

  /** The desk is to tell the supplier of a change by phone. */
  void haveRung(OrderNumber number) {
    PurchaseOrder order = changes.change(number, (bought, now) -> bought.contactAgain(now.at()));
    String supplier = order.supplier().flatMap(suppliers::find)
        .map(found -> found.name() + (found.phone() == null ? "" : ", " + found.phone())).orElse("the supplier");
    current.note("ring " + supplier + " about version " + order.sheetVersion() + " of the order sheet");
  }

  void toldByPhone(OrderNumber number, @Nullable String supplierReference) {
    PurchaseOrder order = changes.change(number, (bought, now) -> bought.tellByPhone(supplierReference));
    current.note("version " + order.sheetVersion() + " of the order sheet");
  }

  void noAnswer(OrderNumber number) {
    changes.change(number, (order, now) -> {
      order.noAnswer(times.untilNextAttempt(), now);
      current.note("attempt " + order.contactAttempts() + ", try again "
          + WrittenTime.minuteWithoutYear(order.nextAttemptAt().orElseThrow(), now.zone()));
    });
  }

  void acknowledge(OrderNumber number, AcknowledgeOrder command) {
    noteLate(changes.change(number, (order, now) -> order.acknowledge(command, now)));
    command.refused().forEach(line ->
        current.note("line " + line.position() + " refused by the supplier: " + line.reason()));
  }

  void provideDeliveryDates(OrderNumber number, ProvideDeliveryDates command) {
    noteLate(changes.change(number, (order, now) -> order.provideDeliveryDates(command, now)));
  }

  private void noteLate(PurchaseOrder order) {
    order.lateLines().forEach(line -> current.note(
        "line " + line.position() + " late: promised for " + WrittenTime.day(line.promisedOn().orElseThrow())));
  }
}
