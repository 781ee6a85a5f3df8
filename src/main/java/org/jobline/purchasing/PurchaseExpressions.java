package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about a purchasing order, as {@code ${purchase.…(execution)}}. */
@Component("purchase")
public class PurchaseExpressions {

  private final PurchaseOrders purchases;
  private final OrderingService ordering;

  PurchaseExpressions(PurchaseOrders purchases, OrderingService ordering) {
    this.purchases = purchases;
    this.ordering = ordering;
  }

  public boolean hasSupplier(DelegateExecution execution) {
    return order(execution).supplier().isPresent();
  }

  public boolean isSubmitted(DelegateExecution execution) {
    return order(execution).isSubmitted();
  }

  /** Whether the supplier has the order, and nobody has to agree to what it comes to now. */
  public boolean isToBeSentAgain(DelegateExecution execution) {
    return ordering.isToBeSentAgain(OrderProcess.orderOf(execution));
  }

  /** Whether the supplier has still to be told what was changed. */
  public boolean isSheetWaiting(DelegateExecution execution) {
    return order(execution).isSheetWaiting();
  }

  /** Whether the supplier is rung rather than sent e-mail. */
  public boolean isByPhone(DelegateExecution execution) {
    return order(execution).isByPhone();
  }

  public boolean isSubmittedAutomatically(DelegateExecution execution) {
    return ordering.isSubmittedAutomatically(OrderProcess.orderOf(execution));
  }

  public boolean isAcknowledgedAutomatically(DelegateExecution execution) {
    return ordering.isAcknowledgedAutomatically(OrderProcess.orderOf(execution));
  }

  /** Whether something that is open is promised for later than it is wanted. */
  public boolean isLate(DelegateExecution execution) {
    return !order(execution).lateLines().isEmpty();
  }

  /** Whether the supplier is sent a reminder: he is late with something, and takes orders by e-mail. */
  public boolean isReminded(DelegateExecution execution) {
    return SupplierChase.about(execution).isPresent() && SupplierChase.reason(execution).isReminded()
        && !isByPhone(execution);
  }

  /**
   * What has come: {@code nothing}, {@code dispatched} when something is on its way and nothing has come yet,
   * {@code some}, {@code all} that is wanted, or {@code none wanted} when nothing came, nothing is wanted any more, and
   * nothing is asked to be paid.
   */
  public String delivered(DelegateExecution execution) {
    return delivered(order(execution));
  }

  private static String delivered(PurchaseOrder order) {
    if (!order.isAnyLineOpen()) {
      return order.isUnwanted() ? "none wanted" : "all";
    }
    if (!order.isNothingReceived()) {
      return "some";
    }
    return order.isAnythingOnItsWay() ? "dispatched" : "nothing";
  }

  /**
   * Whether what has come, or is asked to be paid for it, takes the order on from where it stands. Once all has come,
   * that is looked at each time.
   */
  public boolean goesOnElsewhere(DelegateExecution execution) {
    PurchaseOrder order = order(execution);
    String delivered = delivered(order);
    return switch (order.order().status().code().withoutType()) {
      case "3.x0" -> !delivered.equals("dispatched");
      case "4.x0" -> !delivered.equals("some");
      case "5.x0", "5.x1", "5.x2" -> true;
      // what has no supplier yet or was not sent to it waits for nothing to come
      default -> order.isSubmitted() && !delivered.equals("nothing");
    };
  }

  /** Whether a cancelled order goes on where goods are expected: its supplier has acknowledged it, or sent something. */
  public boolean isUnderWay(DelegateExecution execution) {
    PurchaseOrder order = order(execution);
    return order.acknowledgedAt().isPresent()
        || order.order().statusBeforeCancel().filter(status -> status.stage() >= 2).isPresent();
  }

  /**
   * What the supplier has asked to be paid: {@code nothing} of what is to be paid, {@code part} of it, {@code held} when
   * an invoice waits for finance, or {@code all}, also when nothing is to be paid.
   */
  public String invoiced(DelegateExecution execution) {
    PurchaseOrder order = order(execution);
    if (order.allInvoices().stream().anyMatch(PurchaseInvoice::isWaiting)) {
      return "held";
    }
    if (order.isSettled()) {
      return "all";
    }
    return order.isInvoiceMissing() ? "nothing" : "part";
  }

  private PurchaseOrder order(DelegateExecution execution) {
    OrderNumber number = OrderProcess.orderOf(execution);
    return purchases.lock(number);
  }
}
