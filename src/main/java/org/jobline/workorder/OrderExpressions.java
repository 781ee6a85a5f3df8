package org.jobline.workorder;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.Order;
import org.jobline.order.OrderProcess;
import org.jobline.order.Orders;
import org.jobline.order.StatusCode;
import org.springframework.stereotype.Component;

/** What gateways and timers may ask about their order, as {@code ${order.…(execution)}}. */
@Component("order")
public class OrderExpressions {

  private final Orders orders;
  private final WorkOrders workOrders;

  OrderExpressions(Orders orders, WorkOrders workOrders) {
    this.orders = orders;
    this.workOrders = workOrders;
  }

  public boolean resourceMissing(DelegateExecution execution) {
    return workOrder(execution).contractor().isEmpty();
  }

  public boolean scheduleMissing(DelegateExecution execution) {
    return workOrder(execution).schedule().isEmpty();
  }

  /** The number of the order's status, with {@code x} for the digit of its type. */
  public String status(DelegateExecution execution) {
    return order(execution).status().code().withoutType();
  }

  /** The status the order was cancelled in, with {@code x} for the digit of its type; empty text when it never was. */
  public String statusBeforeCancellation(DelegateExecution execution) {
    return order(execution).statusBeforeCancel().map(StatusCode::withoutType).orElse("");
  }

  public int stage(DelegateExecution execution) {
    return order(execution).status().code().stage();
  }

  /** The stage the order was cancelled in, -1 when it never was. */
  public int stageBeforeCancellation(DelegateExecution execution) {
    return order(execution).statusBeforeCancel().map(StatusCode::stage).orElse(-1);
  }

  public String type(DelegateExecution execution) {
    return order(execution).type().name();
  }

  public String client(DelegateExecution execution) {
    return order(execution).client();
  }

  /** Empty text for an order that is no work order. */
  public String workType(DelegateExecution execution) {
    return workOrders.find(order(execution)).map(WorkOrder::workType).orElse("");
  }

  /** The end of the order's recall period. */
  public Date recallUntil(DelegateExecution execution) {
    return Date.from(workOrder(execution).recallUntil().orElseThrow(() ->
        new IllegalStateException("Only a completed order has a recall period")));
  }

  private Order order(DelegateExecution execution) {
    return orders.lock(OrderProcess.orderOf(execution));
  }

  private WorkOrder workOrder(DelegateExecution execution) {
    return workOrders.of(order(execution));
  }
}
