package org.jobline.action;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jobline.order.Order;

/**
 * Tells in figures what an action does to an order, so that an agent sees and confirms it before it counts. A form asks
 * for it by name, in the property {@code confirms} of a tick.
 */
public interface ActionSummary {

  /** What forms call it. */
  String name();

  /** The names of what it may tell of a line. */
  Set<String> figures();

  /**
   * Looks at an order before the action.
   *
   * @param order taken for changing
   * @return tells, once the action is done, what it did to which lines
   */
  Supplier<List<SummaryLine>> watch(Order order);
}
