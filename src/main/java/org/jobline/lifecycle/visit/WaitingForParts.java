package org.jobline.lifecycle.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jobline.action.ActionLog;
import org.jobline.action.WaitingTasks;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Work that stopped for parts, and is to go on when they have come (domain/agent-actions.md, stop-job). */
@Service
public class WaitingForParts {

  private static final String PARTS = "parts";

  private final WorkOrders workOrders;
  private final VisitService visits;
  private final WaitingTasks prompts;
  private final ActionLog log;
  private final Clock clock;

  WaitingForParts(WorkOrders workOrders, VisitService visits, WaitingTasks prompts, ActionLog log, Clock clock) {
    this.workOrders = workOrders;
    this.visits = visits;
    this.prompts = prompts;
    this.log = log;
    this.clock = clock;
  }

  /** Whether the last visit ended for want of parts, and the work is neither done nor given up since. */
  @Transactional(readOnly = true)
  public boolean isWaiting(Order order) {
    List<Visit> all = order.completedAt().isPresent() || order.cancelledAt().isPresent() ? List.of()
        : visits.of(order.number());
    return !all.isEmpty() && all.get(all.size() - 1).isEndedForWantOf(PARTS);
  }

  /**
   * The parts have come: somebody has to plan the visit now.
   *
   * @param order taken for changing
   * @param words what its event says
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void arrived(Order order, String words) {
    Instant now = clock.instant();
    workOrders.of(order).takeUpAgain(now);
    prompts.postponeUntil(order, now);
    log.logOnRelatedOrder(order, words);
  }

  /**
   * Some parts have come, others not: nothing can be planned yet.
   *
   * @param order taken for changing
   * @param words what its event says
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void partlyArrived(Order order, String words) {
    log.logOnRelatedOrder(order, words);
  }
}
