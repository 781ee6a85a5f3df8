package org.jobline.action;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jobline.order.Order;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.SystemAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what an action would do by doing it in a transaction that is taken back, and holds it to that when it is done. So
 * the summary an agent confirms comes of the same diagrams, checks and figures as what is then recorded.
 */
@Service
class ActionRehearsal {

  private final ActionService actions;
  private final Orders orders;
  private final Catalogue catalogue;
  private final Summaries summaries;
  private final SystemAuthentication system;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ActionRehearsal(
      ActionService actions, Orders orders, Catalogue catalogue, Summaries summaries, SystemAuthentication system,
      PlatformTransactionManager transactions, Clock clock) {
    this.actions = actions;
    this.orders = orders;
    this.catalogue = catalogue;
    this.summaries = summaries;
    this.system = system;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** @param mark tells the state of the order and what the summary says of it */
  record Rehearsed(Summary summary, String mark) {}

  private record Summarised(ActionResult result, Summary summary) {}

  /**
   * Throws as {@link ActionService#performIfUnchanged} does.
   *
   * @param mark of the order or the form the agent has seen; null when he does not say
   * @throws org.jobline.platform.error.NotFoundException when the action's form has nothing to be confirmed, too
   */
  Rehearsed of(Agent agent, OrderNumber number, ActionKey key, Submission submission, @Nullable String mark) {
    String state = transaction.execute(status -> OrderMark.of(orders.get(number), clock.instant()));
    Summary summary = transaction.execute(status -> {
      try {
        return summarise(agent, number, key, submission, mark).summary();
      } finally {
        status.setRollbackOnly();
      }
    });
    return new Rehearsed(summary, OrderMark.withSummary(state, summary.mark()));
  }

  /**
   * As {@link ActionService#performIfUnchanged}.
   *
   * @param mark of the order, the form or the summary that was confirmed
   * @throws ConfirmedOtherwiseException when it would do something else than was confirmed
   */
  ActionResult perform(Agent agent, OrderNumber number, ActionKey key, Submission submission, String mark) {
    Optional<String> confirmed = OrderMark.summary(mark);
    if (confirmed.isEmpty()) {
      return actions.performIfUnchanged(agent, number, key, submission, mark);
    }
    return transaction.execute(status -> {
      Summarised done = summarise(agent, number, key, submission, mark);
      if (!done.summary().mark().equals(confirmed.get())) {
        throw new ConfirmedOtherwiseException();
      }
      return done.result();
    });
  }

  private Summarised summarise(
      Agent agent, OrderNumber number, ActionKey key, Submission submission, @Nullable String mark) {
    return system.call(() -> {
      Order order = orders.lockOrFail(number);
      Supplier<List<SummaryLine>> lines =
          summaries.watch(catalogue.allowedPlace(order, key, agent).action(), order);
      ActionResult result = mark == null ? actions.perform(agent, number, key, submission)
          : actions.performIfUnchanged(agent, number, key, submission, mark);
      return new Summarised(result, new Summary(result.status().toString(), order.locked(), lines.get()));
    });
  }
}
