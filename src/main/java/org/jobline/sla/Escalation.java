package org.jobline.sla;

import org.jobline.order.OrderNumber;

/**
 * That a target of an order is at risk, missed or missed by more.
 *
 * @param clock the running of the order's clock that it belongs to
 * @param level {@link #WARNING}, {@link #BREACH} or a further one
 */
record Escalation(OrderNumber order, long clock, TargetKind target, int level) {

  static final int WARNING = 0;
  static final int BREACH = 1;

  Escalation next() {
    return new Escalation(order, clock, target, level + 1);
  }
}
