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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * What is being done on this thread: the submission on its way to its user task, then the action in progress until its
 * event is written. The event is written when the action's transaction is about to commit, by whichever way in it came,
 * so an action without an event cannot be.
 */
@Component
public class Performing {

  private final Journal journal;
  private final ObjectMapper json;
  private final Clock clock;
  private final SiteTime siteTime;
  private final ObjectProvider<StaleTasks> staleTasks;
  private final ObjectProvider<AfterAction> afterActions;
  // one for each application: tests start several in one process
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Announcement> announced = new ThreadLocal<>();
  private final TransactionScoped<InTransaction> inTransaction =
      new TransactionScoped<>(InTransaction.class, InTransaction::new);

  /** @param afterActions asked for when an action ends, since what looks at its result may begin actions itself */
  Performing(
      Journal journal, ObjectMapper json, Clock clock, SiteTime siteTime, ObjectProvider<StaleTasks> staleTasks,
      ObjectProvider<AfterAction> afterActions) {
    this.journal = journal;
    this.json = json;
    this.clock = clock;
    this.siteTime = siteTime;
    this.staleTasks = staleTasks;
    this.afterActions = afterActions;
  }

  /**
   * A submission that its user task will find when it is completed.
   *
   * @param key null: the action of whatever task is completed
   * @param agent null: the user of the engine's API
   * @param atOnce whether a task opened on demand is completed with it at once
   */
  record Announcement(@Nullable ActionKey key, @Nullable Agent agent, Submission submission, boolean atOnce) {

    /** What a client of the engine's own API submits: the task says which action it is, the engine who submits it. */
    static Announcement ofForm(Submission submission) {
      return new Announcement(null, null, submission, false);
    }

    /** Whether it does not come from the form of a task. */
    boolean isByApi() {
      return key != null;
    }

    private boolean isFor(ActionKey action) {
      return key == null || key.equals(action);
    }
  }

  /** Does something that completes the user task the submission is for. */
  <T> T announcing(Announcement announcement, Supplier<T> doing) {
    Announcement before = announced.get();
    announced.set(announcement);
    try {
      return doing.get();
    } finally {
      if (before == null) {
        announced.remove();
      } else {
        announced.set(before);
      }
    }
  }

  Optional<Announcement> announced() {
    return Optional.ofNullable(announced.get());
  }

  /** The announcement for this action, which is used up by it: what follows in the diagram is another action. */
  Optional<Announcement> take(ActionKey key) {
    Optional<Announcement> announcement = announced().filter(candidate -> candidate.isFor(key));
    announcement.ifPresent(taken -> announced.remove());
    return announcement;
  }

  /** Begins the action; the one before it in the same transaction is written down first. */
  void begin(ActionInProgress action) {
    InTransaction present = inTransaction.get();
    record();
    present.action = action;
  }

  /** Does something when the transaction has done all it does, before it is committed. */
  public void atTheEnd(Runnable doing) {
    inTransaction.get().atTheEnd.add(doing);
  }

  Optional<ActionInProgress> current() {
    return inTransaction.present().map(present -> present.action);
  }

  /** The order's last event, counting that of the action in progress, which is still to be written. */
  int lastEventOf(Order order) {
    boolean isInProgress = current().filter(action -> order.equals(action.order())).isPresent();
    return isInProgress ? order.nextEvent() : order.nextEvent() - 1;
  }

  /** Ends the action when the engine has done all that follows from it: what is no longer offered is closed. */
  void finish() {
    inTransaction.present().ifPresent(this::finish);
  }

  private void finish(InTransaction present) {
    current().map(ActionInProgress::order).ifPresent(present.touched::add);
    List<Order> orders = List.copyOf(present.touched);
    present.touched.clear();
    staleTasks.getObject().close(orders, current());
    boolean isFirst = present.recorded.isEmpty();
    record();
    // nothing follows it, unless it is part of another action or was the beginning of one
    if (isFirst && present.recorded.size() == 1) {
      present.touched.removeAll(orders);
    }
  }

  /** Has the action's result looked at and writes its event, after which there is no action in progress. */
  void record() {
    current().ifPresent(action -> {
      Order order = Objects.requireNonNull(action.order(), "An action ends on an order");
      afterActions.forEach(after -> after.ended(order));
      InTransaction present = inTransaction.get();
      present.action = null;
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
    return inTransaction.present().stream().flatMap(present -> present.recorded.stream())
        .filter(event -> event.action().equals(key.value()))
        .reduce((earlier, later) -> later);
  }

  /**
   * Writes the event of something done without a user task, such as an upload, together with what it leads to.
   *
   * @param details by name, already checked
   * @throws AwaitingAuthorisation when the order is locked
   */
  public void record(
      Agent agent, Order order, String key, String label, Map<String, Object> details, Runnable consequence) {
    checkUnlocked(label, order);
    begin(new ActionInProgress(new ActionKey(key), label, false, agent, Channel.AGENT, null, Fields.withoutForm(details),
        clock.instant()).on(order));
    consequence.run();
    record();
  }

  /**
   * Begins what happens without an agent, such as a timer's doing, so that it gets an event of its own; nothing when it
   * is part of an action in progress.
   */
  public void beginUnlessPerforming(Order order, ActionKey key, String label) {
    if (current().isEmpty()) {
      begin(new ActionInProgress(key, label, false, Agent.SYSTEM, null, null, Fields.withoutForm(Map.of()),
          clock.instant()).on(order));
    }
  }

  /**
   * To be asked before an agent's action concerns another order as well.
   *
   * @throws AwaitingAuthorisation when the other order is locked
   */
  public void checkUnlocked(Order other) {
    checkUnlocked(inProgress().label(), other);
  }

  private void checkUnlocked(String label, Order order) {
    if (order.locked()) {
      throw new AwaitingAuthorisation(label, order, siteTime.of(order.site()));
    }
  }

  /**
   * Writes the action down on another order too, which it concerns as well.
   *
   * @param other taken for changing
   * @param summary what it means for the other order
   */
  public void recordOn(Order other, String summary) {
    recordOn(other, other.status().code().value(), summary);
  }

  /**
   * The same for an order that the action has moved.
   *
   * @param statusBefore of the other order
   */
  public void recordOn(Order other, String statusBefore, String summary) {
    ActionInProgress action = inProgress();
    inTransaction.get().touched.add(other);
    journal.append(other, new ActionPerformed(
        action.at(), action.agent().name(), action.channel() == null ? null : action.channel().name(), action.spokeTo(),
        action.key().value(), action.label(), statusBefore, action.label() + ": " + summary, action.isPrivate(),
        "{}", Set.of(), action.personalWords()));
  }

  /** Does another action while this one is in progress; this one goes on afterwards. */
  public <T> T meanwhile(Supplier<T> doing) {
    ActionInProgress action = inProgress();
    InTransaction present = inTransaction.get();
    present.action = null;
    try {
      return doing.get();
    } finally {
      record();
      present.action = action;
    }
  }

  /** Adds to the event what the action led to, in words an agent understands. */
  public void remark(String remark) {
    current().ifPresent(action -> action.remark(remark));
  }

  /** Tells that words in what is said of the action are about a person, such as whom it was sent to. */
  public void personal(String words) {
    current().ifPresent(action -> action.personal(words));
  }

  /** Adds to the event that a value was changed by the action; nothing when it is the same. */
  public void change(String what, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      current().ifPresent(action -> action.change(what, from, to));
    }
  }

  /** The submitted fields of the action in progress. */
  public Fields fields() {
    return inProgress().fields();
  }

  /** Who performs the action in progress; the system when nobody does. */
  public Agent agent() {
    return current().map(ActionInProgress::agent).orElse(Agent.SYSTEM);
  }

  public boolean isPerforming(ActionKey key) {
    return current().filter(action -> action.key().equals(key)).isPresent();
  }

  /** Says which order a log action has brought into being. */
  public void logged(Order order) {
    inProgress().logged(order);
  }

  private ActionInProgress inProgress() {
    return current().orElseThrow(() -> new IllegalStateException(
        "No action is in progress: a step that reads the form must follow its user task in the same transaction"));
  }

  private static String summary(ActionInProgress action) {
    return action.remarks().isEmpty() ? action.label() : action.label() + ": " + String.join("; ", action.remarks());
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

  private final class InTransaction implements TransactionSynchronization {

    private final List<OrderEvent> recorded = new ArrayList<>();
    /** Orders that got an event, or will get one, and may offer other actions since. */
    private final Set<Order> touched = new LinkedHashSet<>();
    private final List<Runnable> atTheEnd = new ArrayList<>();
    private @Nullable ActionInProgress action;

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
