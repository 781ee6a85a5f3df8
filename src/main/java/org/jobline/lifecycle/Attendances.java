package org.jobline.lifecycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.jobline.cost.Costs;
import org.jobline.sla.Slas;
import org.jobline.visit.Stop;
import org.jobline.visit.Visits;
import org.jobline.workorder.OrderNumber;
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
  private final Clock clock;

  Attendances(Visits visits, Costs costs, Slas slas, Clock clock) {
    this.visits = visits;
    this.costs = costs;
    this.slas = slas;
    this.clock = clock;
  }

  void stop(OrderNumber number, Stop stop) {
    visits.stop(number, stop);
    costs.recalculate(number);
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
