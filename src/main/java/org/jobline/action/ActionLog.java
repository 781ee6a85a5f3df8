package org.jobline.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jobline.order.ActionPerformed;
import org.jobline.order.Journal;
import org.jobline.order.Order;
import org.jobline.order.OrderEvent;
import org.jobline.platform.persistence.TransactionScoped;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Writes down what was done: one event for each action, when its transaction is about to commit, by whichever way in it
 * came. So an action without an event cannot be.
 */
@Component
public class ActionLog {

  private final CurrentAction current;
  private final Journal journal;
  private final ObjectMapper json;
  private final Clock clock;
  private final SiteTime siteTime;
  private final ObjectProvider<StaleTasks> staleTasks;
  private final ObjectProvider<AfterAction> afterActions;
  private final TransactionScoped<OfTransaction> ofTransaction =
      new TransactionScoped<>(OfTransaction.class, OfTransaction::new);

  /** @param afterActions asked for when an action ends, since what looks at its result may begin actions itself */
  ActionLog(
      CurrentAction current, Journal journal, ObjectMapper json, Clock clock, SiteTime siteTime,
      ObjectProvider<StaleTasks> staleTasks, ObjectProvider<AfterAction> afterActions) {
    this.current = current;
    this.journal = journal;
    this.json = json;
    this.clock = clock;
    this.siteTime = siteTime;
    this.staleTasks = staleTasks;
    this.afterActions = afterActions;
  }

  /** Begins the action; the one before it in the same transaction is written down first. */
  void begin(ActionInProgress action) {
    ofTransaction.get();
    record();
    current.set(action);
  }

  /** Begins an action that will bring its order into being. */
  void begin(ActionKey key, String label, Performer performer, Fields fields) {
    begin(new ActionInProgress(key, label, false, performer, fields, clock.instant()));
  }

  /** Does something when the transaction has done all it does, before it is committed. */
  public void atTheEnd(Runnable doing) {
    ofTransaction.get().atTheEnd.add(doing);
  }

  /** Ends the action when the engine has done all that follows from it: what is no longer offered is closed. */
  void finish() {
    ofTransaction.present().ifPresent(this::finish);
  }

  private void finish(OfTransaction present) {
    current.get().map(ActionInProgress::order).ifPresent(present.touched::add);
    List<Order> orders = List.copyOf(present.touched);
    present.touched.clear();
    staleTasks.getObject().close(orders, current.get());
    boolean isFirst = present.recorded.isEmpty();
    record();
    // nothing follows it, unless it is part of another action or was the beginning of one
    if (isFirst && present.recorded.size() == 1) {
      present.touched.removeAll(orders);
    }
  }

  /** Has the action's result looked at and writes its event, after which there is no action in progress. */
  void record() {
    current.get().ifPresent(action -> {
      Order order = Objects.requireNonNull(action.order(), "An action ends on an order");
      afterActions.forEach(after -> after.ended(order));
      OfTransaction present = ofTransaction.get();
      current.clear();
      present.touched.add(order);
      present.recorded.add(journal.append(order, new ActionPerformed(
          action.at(),
          action.agent().name(),
          action.channel() == null ? null : action.channel().name(),
          action.spokeTo(),
          action.key().value(),
          action.label(),
          action.statusBefore(),
          summary(action),
          action.isPrivate(),
          fields(action),
          action.fields().personal(),
          action.personalWords())));
    });
  }

  /** The event of an action that this transaction has written, also when the action led to another. */
  Optional<OrderEvent> recorded(ActionKey key) {
    return ofTransaction.present().stream().flatMap(present -> present.recorded.stream())
        .filter(event -> event.action().equals(key.value()))
        .reduce((earlier, later) -> later);
  }

  /**
   * Writes the event of something done without a user task, such as an upload, together with what it leads to.
   *
   * @param details by name, already checked
   * @param words what stands in the log before what it leads to
   * @throws AwaitingAuthorisationException when the order is locked
   */
  public void record(
      Agent agent, Order order, String key, String label, Map<String, Object> details, String words,
      Runnable consequence) {
    checkUnlocked(label, order);
    begin(new ActionInProgress(new ActionKey(key), label, false, new Performer(agent, Channel.AGENT, null),
        Fields.withoutForm(details), clock.instant()).on(order));
    current.note(words);
    consequence.run();
    record();
  }

  /**
   * Begins what happens without an agent, such as a timer's doing, so that it gets an event of its own; nothing when it
   * is part of an action in progress.
   */
  public void beginSystemActionIfNone(Order order, ActionKey key, String label) {
    if (current.get().isEmpty()) {
      begin(new ActionInProgress(
          key, label, false, Performer.SYSTEM, Fields.withoutForm(Map.of()), clock.instant()).on(order));
    }
  }

  /**
   * To be asked before an agent's action concerns another order as well.
   *
   * @throws AwaitingAuthorisationException when the other order is locked
   */
  public void checkUnlocked(Order other) {
    checkUnlocked(current.require().label(), other);
  }

  private void checkUnlocked(String label, Order order) {
    if (order.locked()) {
      throw new AwaitingAuthorisationException(label, order, siteTime.of(order.site()));
    }
  }

  /**
   * Writes the action down on another order too, which it concerns as well.
   *
   * @param other taken for changing
   * @param summary what it means for the other order
   */
  public void logOnRelatedOrder(Order other, String summary) {
    logOnRelatedOrder(other, other.status().code().value(), summary);
  }

  /**
   * The same for an order that the action has moved.
   *
   * @param statusBefore of the other order
   */
  public void logOnRelatedOrder(Order other, String statusBefore, String summary) {
    ActionInProgress action = current.require();
    ofTransaction.get().touched.add(other);
    journal.append(other, new ActionPerformed(
        action.at(), action.agent().name(), action.channel() == null ? null : action.channel().name(), action.spokeTo(),
        action.key().value(), action.label(), statusBefore, action.label() + ": " + summary, action.isPrivate(),
        "{}", Set.of(), action.personalWords()));
  }

  /** Does another action while this one is in progress; this one goes on afterwards. */
  public <T> T suspendedDuring(Supplier<T> doing) {
    ActionInProgress action = current.require();
    current.clear();
    try {
      T done = doing.get();
      record();
      return done;
    } finally {
      // what was refused has no event, and may have no order
      current.set(action);
    }
  }

  private static String summary(ActionInProgress action) {
    return action.notes().isEmpty() ? action.label() : action.label() + ": " + String.join("; ", action.notes());
  }

  private String fields(ActionInProgress action) {
    Map<String, Object> content = new LinkedHashMap<>(action.fields().asMap());
    if (!action.changes().isEmpty()) {
      content.put("changes", action.changes());
    }
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Checked fields can always be written", e);
    }
  }

  private final class OfTransaction implements TransactionSynchronization {

    private final List<OrderEvent> recorded = new ArrayList<>();
    /** Orders that got an event, or will get one, and may offer other actions since. */
    private final Set<Order> touched = new LinkedHashSet<>();
    private final List<Runnable> atTheEnd = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      finish();
      atTheEnd.forEach(Runnable::run);
    }

    /** Before the orders are saved, which get the hash of their last event. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE - 100;
    }
  }
}
