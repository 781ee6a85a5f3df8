package org.jobline.replay;

import java.time.Instant;
import java.util.List;
import org.jobline.order.StatusCode;

/** Where an order stands, as far as it decides what the next event of its log stands for. */
interface OrderState {

  StatusCode status();

  /** The actions an event stands for, at least one; each is offered where the one before it leads. */
  List<Step> plan(LogEvent event, Instant at);

  /** Whether only timers of its end of life wait in the order. */
  default boolean mayBeOver() {
    return status().stage() == 5 || status().variant() == '9';
  }
}
