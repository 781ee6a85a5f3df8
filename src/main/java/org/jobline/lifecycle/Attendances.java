package org.jobline.lifecycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.jobline.messaging.recipients.OrderMails;
import org.jobline.money.cost.Costs;
import org.jobline.order.OrderNumber;
import org.jobline.sla.Slas;
import org.jobline.visit.Stop;
import org.jobline.visit.Visits;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends attendances, with what that means for costs and clock. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Attendances {

  private final Visits visits;
  private final Costs costs;
  private final Slas slas;
  private final WorkOrders orders;
  private final OrderMails mails;
  private final Clock clock;

  Attendances(Visits visits, Costs costs, Slas slas, WorkOrders orders, OrderMails mails, Clock clock) {
    this.visits = visits;
    this.costs = costs;
    this.slas = slas;
    this.orders = orders;
    this.mails = mails;
    this.clock = clock;
  }

  /** The building is told when somebody comes again, if that is known. */
  void stop(OrderNumber number, Stop stop) {
    visits.stop(number, stop);
    costs.recalculate(number);
    WorkOrder order = orders.lock(number);
    if (order.eta().isPresent()) {
      mails.eta(order);
    }
  }

  /** The work will not be done; it never counts as fixed. */
  void giveUp(OrderNumber number, String reason) {
    visits.giveUp(number, reason);
    costs.recalculate(number);
  }

  /** @param cost empty: the resource's rate for a remote fix, if it has one */
  void fixRemotely(OrderNumber number, Optional<BigDecimal> cost) {
    costs.fixedRemotely(number, cost);
    slas.fixed(number, clock.instant());
  }
}
