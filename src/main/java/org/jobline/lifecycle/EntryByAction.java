package org.jobline.lifecycle;

import java.util.Map;
import java.util.Optional;
import org.jobline.action.ActionKey;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.EntryNotTold;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What sheets asked of the action in progress before their callers told them where to begin. */
@Component
class EntryByAction implements EntryNotTold {

  private static final ActionKey REINSTATE = new ActionKey("reinstate");
  private static final ActionKey INFORMATION = new ActionKey("information");
  private static final Map<ActionKey, String> OUTCOMES = Map.of(
      new ActionKey("recall-job"), "recalled",
      new ActionKey("no-answer"), "not reached",
      new ActionKey("remote-fix"), "fixed remotely",
      new ActionKey("stop-job-work-not-completed"), "not completed");

  private final CurrentAction current;
  private final Orders orders;

  EntryByAction(@Lazy CurrentAction current, @Lazy Orders orders) {
    this.current = current;
    this.orders = orders;
  }

  @Override
  public Optional<String> entry(String orderNumber) {
    if (current.is(REINSTATE)) {
      return Optional.of(
          Reinstatement.of(current.fields()).entry(orders.lock(new OrderNumber(orderNumber))));
    }
    if (current.is(INFORMATION)) {
      return current.fields().text("kind");
    }
    return OUTCOMES.entrySet().stream().filter(outcome -> current.is(outcome.getKey()))
        .map(Map.Entry::getValue).findFirst();
  }
}
