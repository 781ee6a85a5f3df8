package org.jobline.lifecycle.visit;

import org.jobline.lifecycle.assignment.ContractorChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a contractor was allowed is not allowed to the next one. */
@Component
class EngineersFollowTheContractor {

  private final EngineerApprovalService engineers;

  EngineersFollowTheContractor(EngineerApprovalService engineers) {
    this.engineers = engineers;
  }

  @EventListener
  @Order(100)
  void on(ContractorChanged changed) {
    engineers.lapse(changed.order());
  }
}
