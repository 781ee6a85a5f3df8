package org.jobline.lifecycle.batch;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderProcess;
import org.jobline.order.Orders;
import org.springframework.stereotype.Component;

/** What gateways and timers may ask about batches, as {@code ${batch.…(execution)}}. */
@Component("batch")
public class BatchExpressions {

  private final BatchService batches;
  private final BatchHoldService holds;
  private final Orders orders;
  private final CurrentAction current;

  BatchExpressions(BatchService batches, BatchHoldService holds, Orders orders, CurrentAction current) {
    this.batches = batches;
    this.holds = holds;
    this.orders = orders;
    this.current = current;
  }

  /** Whether a rule holds the order that is being logged, and the agent did not decide otherwise. */
  public boolean applies(DelegateExecution execution) {
    return !current.fields().ticked("notBatched") && batches.applies(OrderProcess.orderOf(execution));
  }

  /** Whether more is held in the building than the order's rule allows. */
  public boolean isExceeded(DelegateExecution execution) {
    return holds.areTooMany(OrderProcess.orderOf(execution));
  }

  /** When the order has been held long enough. */
  public Date releaseAt(DelegateExecution execution) {
    return Date.from(holds.of(orders.get(OrderProcess.orderOf(execution))).orElseThrow().releaseAt());
  }
}
