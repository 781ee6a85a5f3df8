package org.jobline.money.cost;

import org.jobline.lifecycle.FixedRemotely;
import org.jobline.lifecycle.amendment.TermsEdited;
import org.jobline.lifecycle.assignment.ContractorChanged;
import org.jobline.lifecycle.assignment.OrderAllocated;
import org.jobline.lifecycle.quoting.QuoteChosen;
import org.jobline.lifecycle.quoting.QuoteDropped;
import org.jobline.lifecycle.visit.VisitEnded;
import org.jobline.lifecycle.visit.WorkGivenUp;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens to an order changes what it is expected to cost. */
@Component
class CostFollowsTheOrder {

  private final CostService costs;
  private final RemoteFixCostService remoteFixes;
  private final EnteredCostService entered;

  CostFollowsTheOrder(CostService costs, RemoteFixCostService remoteFixes, EnteredCostService entered) {
    this.costs = costs;
    this.remoteFixes = remoteFixes;
    this.entered = entered;
  }

  @EventListener
  @Order(300)
  void on(OrderAllocated allocated) {
    costs.contractorChanged(allocated.order());
  }

  @EventListener
  @Order(300)
  void on(ContractorChanged changed) {
    costs.contractorChanged(changed.order());
  }

  @EventListener
  @Order(300)
  void on(TermsEdited edited) {
    costs.resetToAverage(edited.order());
  }

  @EventListener
  @Order(300)
  void on(VisitEnded ended) {
    costs.recalculate(ended.order());
  }

  @EventListener
  void on(WorkGivenUp givenUp) {
    costs.recalculate(givenUp.order());
  }

  @EventListener
  void on(QuoteChosen chosen) {
    entered.setQuoted(chosen.order(), chosen.total());
  }

  @EventListener
  void on(QuoteDropped dropped) {
    entered.dropQuoted(dropped.order());
  }

  @EventListener
  @Order(100)
  void on(FixedRemotely fixed) {
    remoteFixes.add(fixed.order(), fixed.cost());
  }
}
