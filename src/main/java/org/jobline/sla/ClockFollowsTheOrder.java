package org.jobline.sla;

import org.jobline.lifecycle.FixedRemotely;
import org.jobline.lifecycle.OrderCancelled;
import org.jobline.lifecycle.OrderCompleted;
import org.jobline.lifecycle.OrderRecalled;
import org.jobline.lifecycle.OrderReinstated;
import org.jobline.lifecycle.ReinstatementBegun;
import org.jobline.lifecycle.amendment.TermsEdited;
import org.jobline.lifecycle.assignment.ContractorChanged;
import org.jobline.lifecycle.assignment.OrderAllocated;
import org.jobline.lifecycle.batch.OrderBatched;
import org.jobline.lifecycle.conversion.OrderConverted;
import org.jobline.lifecycle.quoting.QuotesAwaited;
import org.jobline.lifecycle.visit.VisitAmended;
import org.jobline.lifecycle.visit.VisitEnded;
import org.jobline.lifecycle.visit.VisitStarted;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What happens to an order starts its clock, stops it, or moves its targets. */
@Component
class ClockFollowsTheOrder {

  private final SlaService slas;
  private final WorkOrders orders;

  ClockFollowsTheOrder(SlaService slas, WorkOrders orders) {
    this.slas = slas;
    this.orders = orders;
  }

  @EventListener
  @Order(200)
  void on(OrderAllocated allocated) {
    slas.recompute(allocated.order());
  }

  @EventListener
  @Order(200)
  void on(ContractorChanged changed) {
    slas.recompute(changed.order());
  }

  @EventListener
  @Order(200)
  void on(TermsEdited edited) {
    slas.recompute(edited.order());
  }

  @EventListener
  void on(QuotesAwaited awaited) {
    slas.recompute(awaited.order());
  }

  @EventListener
  void on(VisitStarted started) {
    slas.responded(started.order(), started.at());
  }

  @EventListener
  @Order(200)
  void on(VisitEnded ended) {
    if (ended.isCompleted()) {
      slas.fixed(ended.order(), ended.at());
    } else if (ended.isTemporaryFix()) {
      slas.temporarilyFixed(ended.order(), ended.at());
    }
  }

  @EventListener
  void on(VisitAmended amended) {
    slas.amended(amended.order(), amended.starts(), amended.stopBefore(), amended.stopAfter());
  }

  @EventListener
  @Order(200)
  void on(FixedRemotely fixed) {
    slas.fixed(fixed.order(), fixed.at());
  }

  @EventListener
  void on(OrderCompleted completed) {
    slas.decideAgain(completed.order());
  }

  @EventListener
  void on(OrderRecalled recalled) {
    WorkOrder order = orders.get(recalled.order());
    slas.start(order.number(), order.client(), order.site(), order.contractor().orElse(null), order.priority(),
        recalled.at());
  }

  @EventListener
  void on(OrderCancelled cancelled) {
    slas.stop(cancelled.order());
  }

  @EventListener
  void on(OrderBatched batched) {
    slas.stop(batched.order());
  }

  @EventListener
  @Order(200)
  void on(OrderConverted converted) {
    slas.stop(converted.order());
  }

  @EventListener
  void on(ReinstatementBegun begun) {
    slas.resume(begun.order());
  }

  /** After the authorisation, which may refuse. */
  @EventListener
  @Order(200)
  void on(OrderReinstated reinstated) {
    slas.decideAgain(reinstated.order());
  }
}
