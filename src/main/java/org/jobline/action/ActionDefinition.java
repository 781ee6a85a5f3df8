package org.jobline.action;

import java.util.List;
import java.util.Set;
import org.jobline.order.Order;
import org.jobline.order.OrderType;
import org.jobline.order.StatusCode;
import org.jobline.order.StatusPatterns;
import org.jspecify.annotations.Nullable;

/**
 * An agent action as a process owner drew it.
 *
 * @param label what agents read
 * @param menus where it stands, first menu first
 * @param offeredIn the statuses it is offered in; for what a stage offers this narrows the stage
 * @param types their names; empty: all
 * @param roles the groups that may do it
 * @param condition name of an {@link OfferCondition}, null for none
 * @param isPrivate whether its event is seen only with the right "private notes"
 * @param whileLocked whether it stays possible while the order waits for authorisation
 * @param message what starts it on demand, null for a prompt
 * @param tells what it ends with a message for
 */
record ActionDefinition(
    ActionKey key,
    String label,
    Kind kind,
    List<Channel> menus,
    StatusPatterns offeredIn,
    Set<String> types,
    Set<String> roles,
    @Nullable String condition,
    boolean isPrivate,
    boolean whileLocked,
    String processDefinitionId,
    String userTaskId,
    @Nullable String startEventId,
    @Nullable String message,
    Tells tells,
    String formResource) {

  /** Where the piece stands in its diagram. */
  enum Kind {
    /** The task an order waits with. */
    PROMPT,
    /** A message event sub-process of the stage the order is in. */
    ON_DEMAND,
    /** A row of an action sheet. */
    SHEET
  }

  /**
   * What the order's other processes are told when the action is done.
   *
   * @param messages the names of the messages, one at each end that has one
   * @param always whether it has no other end, so that an order that waits for none of this cannot have the action
   */
  record Tells(Set<String> messages, boolean always) {

    static final Tells NONE = new Tells(Set.of(), false);

    /** An order must wait for one of them to have the action; for nothing, if there are none. */
    Set<String> awaited() {
      return always ? messages : Set.of();
    }
  }

  boolean isPrompt() {
    return kind == Kind.PROMPT;
  }

  boolean isFor(Order order) {
    return isFor(order.status().code(), order.type());
  }

  boolean isFor(StatusCode status, OrderType type) {
    return offeredIn.test(status) && (types.isEmpty() || types.contains(type.name()));
  }
}
