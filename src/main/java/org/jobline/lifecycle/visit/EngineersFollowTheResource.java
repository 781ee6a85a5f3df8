package org.jobline.lifecycle.visit;

import org.jobline.lifecycle.assignment.ResourceChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a resource was allowed is not allowed to the next one. */
@Component
class EngineersFollowTheResource {

  private final EngineerApprovalService engineers;

  EngineersFollowTheResource(EngineerApprovalService engineers) {
    this.engineers = engineers;
  }

  @EventListener
  @Order(100)
  void on(ResourceChanged changed) {
    engineers.lapse(changed.order());
  }
}
