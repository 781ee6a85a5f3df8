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

  /**
   * What has come: {@code nothing}, {@code dispatched} when something is on its way and nothing has come yet,
   * {@code some}, {@code all} that is wanted, or {@code none wanted} when nothing came and nothing is wanted any more.
   */
  public String delivered(DelegateExecution execution) {
    PurchaseOrder order = order(execution);
    if (!order.isAnyLineOpen()) {
      return order.isNothingReceived() ? "none wanted" : "all";
    }
    if (!order.isNothingReceived()) {
      return "some";
    }
    return order.isAnythingOnItsWay() ? "dispatched" : "nothing";
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
