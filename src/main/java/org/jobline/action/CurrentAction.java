package org.jobline.action;

import java.util.Objects;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.platform.persistence.TransactionScoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;

/** The action that the present transaction is doing, until its event is written: what it was given, and what it adds. */
@Component
public class CurrentAction {

  private final TransactionScoped<Slot> slot = new TransactionScoped<>(Slot.class, Slot::new);

  private static final class Slot implements TransactionSynchronization {
    private @Nullable ActionInProgress action;
  }

  Optional<ActionInProgress> get() {
    return slot.present().map(present -> present.action);
  }

  /** @throws IllegalStateException when there is none */
  ActionInProgress require() {
    return get().orElseThrow(() -> new IllegalStateException(
        "No action is in progress: a step that reads the form must follow its user task in the same transaction"));
  }

  void set(ActionInProgress action) {
    slot.get().action = action;
  }

  void clear() {
    slot.present().ifPresent(present -> present.action = null);
  }

  /** The order's last event, counting that of the action in progress, which is still to be written. */
  int lastEventOf(Order order) {
    boolean isInProgress = get().filter(action -> order.equals(action.order())).isPresent();
    return isInProgress ? order.nextEvent() : order.nextEvent() - 1;
  }

  /** The submitted fields. */
  public Fields fields() {
    return require().fields();
  }

  /** Who does it; the system when nothing is being done. */
  public Agent agent() {
    return get().map(ActionInProgress::agent).orElse(Agent.SYSTEM);
  }

  public boolean is(ActionKey key) {
    return get().filter(action -> action.key().equals(key)).isPresent();
  }

  /** Adds to the event what the action led to, in words an agent understands. */
  public void note(String words) {
    get().ifPresent(action -> action.note(words));
  }

  /** Tells that words in what is said of the action are about a person, such as whom it was sent to. */
  public void personal(String words) {
    get().ifPresent(action -> action.personal(words));
  }

  /** Adds to the event that a value was changed by the action; nothing when it is the same. */
  public void change(String what, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      get().ifPresent(action -> action.change(what, from, to));
    }
  }

  /** Says which order the action has brought into being. */
  public void orderCreated(Order order) {
    require().orderCreated(order);
  }
}
