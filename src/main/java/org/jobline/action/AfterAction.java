package org.jobline.action;

import org.jobline.order.Order;

/** Looks at what an action has led to, whichever it was and whichever way it came in, before its event is written. */
public interface AfterAction {

  /** @param order taken for changing */
  void ended(Order order);
}
