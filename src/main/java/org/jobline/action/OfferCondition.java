package org.jobline.action;

import org.jobline.order.Order;

/**
 * Something other than the status that decides whether an action is offered; diagrams name it in {@code offeredIf}.
 */
public interface OfferCondition {

  /** As diagrams name it, such as {@code recallable}. */
  String name();

  boolean holds(Order order);

  /** Why the action is refused when it does not hold: "the recall period is over". */
  String refusalReason();
}
