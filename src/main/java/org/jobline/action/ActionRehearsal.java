package org.jobline.action;

import java.time.Clock;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what an action would do by doing it in a transaction that is taken back. So the summary an agent confirms comes of
 * the same diagrams, checks and figures as what is then done.
 */
@Service
class ActionRehearsal {

  private final ActionService actions;
  private final Orders orders;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ActionRehearsal(ActionService actions, Orders orders, PlatformTransactionManager transactions, Clock clock) {
    this.actions = actions;
    this.orders = orders;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** @param mark tells the state of the order and what the summary says of it */
  record Rehearsed(Summary summary, String mark) {}

  /**
   * Throws as {@link ActionService#perform} does.
   *
   * @param mark of the order or the form the agent has seen; null when he does not say
   * @throws org.jobline.platform.error.NotFoundException when the action's form has nothing to be confirmed
   */
  Rehearsed of(Agent agent, OrderNumber number, ActionKey key, Submission submission, @Nullable String mark) {
    String state = transaction.execute(status -> OrderMark.of(orders.get(number), clock.instant()));
    Summary summary = transaction.execute(status -> {
      try {
        return actions.summarise(agent, number, key, submission, mark).summary();
      } finally {
        status.setRollbackOnly();
      }
    });
    return new Rehearsed(summary, OrderMark.withSummary(state, summary.mark()));
  }
}
