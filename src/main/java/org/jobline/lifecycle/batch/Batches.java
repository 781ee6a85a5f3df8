package org.jobline.lifecycle.batch;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jobline.action.Intake;
import org.jobline.action.ActionLog;
import org.jobline.action.CurrentAction;
import org.jobline.action.Prompts;
import org.jobline.action.Submission;
import org.jobline.lifecycle.link.Links;
import org.jobline.lifecycle.link.Relation;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.platform.error.ChangedMeanwhile;
import org.jobline.platform.error.InvalidFields;
import org.jobline.sla.Slas;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds small jobs back until they are worth a journey, and makes one order of those that were held (domain/statuses.md,
 * 0.06). Nobody who holds or releases waits for an order that somebody else is changing: two who release from either end
 * would wait for each other.
 */
@Service
class Batches {

  private final BatchRepository batches;
  private final BatchHolds holds;
  private final WorkOrders orders;
  private final Intake intake;
  private final Links links;
  private final ParentOrders parents;
  private final Slas slas;
  private final Prompts prompts;
  private final ProcessMessages messages;
  private final CurrentAction current;
  private final ActionLog log;
  private final Clock clock;

  Batches(
      BatchRepository batches, BatchHolds holds, WorkOrders orders, Intake intake, Links links, ParentOrders parents,
      Slas slas, Prompts prompts, ProcessMessages messages, CurrentAction current, ActionLog log, Clock clock) {
    this.batches = batches;
    this.holds = holds;
    this.orders = orders;
    this.intake = intake;
    this.links = links;
    this.parents = parents;
    this.slas = slas;
    this.prompts = prompts;
    this.messages = messages;
    this.current = current;
    this.log = log;
    this.clock = clock;
  }

  /** Whether a rule holds the order that is being logged. */
  boolean applies(OrderNumber number) {
    return batches.rule(orders.lock(number)).isPresent();
  }

  /** Holds the order, and lets those who look at the others see it among them. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    BatchRule rule = batches.hold(number).map(BatchHold::rule).or(() -> batches.rule(order)).orElseThrow();
    batches.takeTurns(rule);
    batches.hold(order, rule, clock.instant());
    current.note("held for a batch: " + rule.name());
    holds.beside(order).stream()
        .filter(other -> other != order)
        .forEach(other -> orders.lockIfFree(other.number()).map(WorkOrder::order).ifPresent(prompts::refresh));
  }

  /**
   * An agent's choice.
   *
   * @param chosen all that are held when it is empty
   * @throws InvalidFields when the order itself is not among them
   * @throws ChangedMeanwhile when somebody else is changing one of them at this instant
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void release(OrderNumber number, Collection<OrderNumber> chosen) {
    WorkOrder order = orders.lock(number);
    List<OrderNumber> held = holds.beside(order).stream().map(WorkOrder::number).toList();
    if (!chosen.isEmpty() && !chosen.contains(number)) {
      throw new InvalidFields("orders", "Tick " + number + " as well: it's the order you are releasing.");
    }
    release(order, held.stream()
        .filter(candidate -> chosen.isEmpty() || chosen.contains(candidate))
        .map(orders::lockUnlessBusy)
        .toList());
  }

  /** The rule's doing: whatever is held and free at this instant; the rest waits on. */
  @Transactional(propagation = Propagation.MANDATORY)
  void releaseAll(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    List<OrderNumber> held = holds.beside(order).stream().map(WorkOrder::number).toList();
    List<WorkOrder> free = held.stream().flatMap(other -> orders.lockIfFree(other).stream()).toList();
    log.beginSystemActionIfNone(order.order(), BatchSteps.BATCH_RELEASE, "Batch Release");
    release(order, free);
  }

  private void release(WorkOrder order, List<WorkOrder> chosen) {
    // taken now: what was seen before may have been released meanwhile
    List<WorkOrder> children = chosen.stream().filter(child -> !child.locked() && holds.of(child.order()).isPresent()).toList();
    if (!children.contains(order)) {
      throw new ChangedMeanwhile(order.number().value());
    }
    OrderNumber parent = log.suspendedDuring(
        () -> intake.log(current.agent(), order.type(), Submission.of(parents.callFor(children))));
    log.logOnRelatedOrder(orders.lock(parent).order(), Relation.BATCHED_IN.there() + " " + words(children));
    current.note(Relation.BATCHED_IN.here() + " " + parent + ", with " + words(children));
    for (WorkOrder child : children) {
      String statusBefore = child.status().code().value();
      batches.release(child.number());
      links.batchedIn(child.number(), parent);
      child.order().cancel(clock.instant());
      slas.stop(child.number());
      if (child != order) {
        messages.send(ProcessMessage.BATCHED, child.number().value());
        log.logOnRelatedOrder(child.order(), statusBefore, Relation.BATCHED_IN.here() + " " + parent);
      }
    }
  }

  private static String words(List<WorkOrder> batch) {
    return batch.stream().map(child -> child.number().value()).collect(Collectors.joining(", "));
  }
}
