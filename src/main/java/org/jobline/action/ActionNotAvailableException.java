package org.jobline.action;

import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;

/** The action cannot be done on this order now; nothing was changed. */
public class ActionNotAvailableException extends RuntimeException {

  private final String action;
  private final String status;
  private final String offeredIn;

  ActionNotAvailableException(String action, Order order, String offeredIn, @Nullable String why) {
    super("%s isn't available for work order %s, which is at %s%s. %s".formatted(
        action, order.number(), order.status(), why == null ? "" : " (" + why + ")",
        offeredIn.isEmpty() ? "No diagram has it." : "It's available in " + offeredIn + "."));
    this.action = action;
    this.status = order.status().toString();
    this.offeredIn = offeredIn;
  }

  public String action() {
    return action;
  }

  /** Number and name of the order's status. */
  public String status() {
    return status;
  }

  /** The statuses the diagrams offer the action in, as they write them; empty when none does. */
  public String offeredIn() {
    return offeredIn;
  }
}
