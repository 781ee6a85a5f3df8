package org.jobline.replay;

import java.time.Instant;
import org.jobline.order.OrderNumber;
import org.jobline.order.StatusCode;

/** What a replay asks of the helpdesk. Everything happens at the given time, in the transaction that is open. */
interface Desk {

  /** @throws RefusedException when the order cannot be logged */
  OrderNumber log(LogCase logCase, Instant at);

  OrderState look(LogCase logCase, OrderNumber number);

  /**
   * @return the status the order then has
   * @throws RefusedException when the action is not offered or its fields are not right
   */
  StatusCode perform(OrderNumber number, Step step, Instant at);

  /** Lets the timers of a completed or cancelled order expire that were due by then. */
  void letTimersExpire(OrderNumber number, Instant at);
}
