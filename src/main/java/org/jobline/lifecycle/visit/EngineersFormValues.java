package org.jobline.lifecycle.visit;

import java.util.Map;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The form of the decision on more engineers says how many are requested. */
@Component
class EngineersFormValues implements FormDefaults {

  private final EngineerApprovalService engineers;

  EngineersFormValues(EngineerApprovalService engineers) {
    this.engineers = engineers;
  }

  @Override
  public boolean areFor(String action) {
    return action.equals(EngineersSteps.DECISION.value());
  }

  /** Under the name the diagram gives it for Tasklist's own form. */
  @Override
  public Map<String, Object> contextValues(Order order) {
    return engineers.open(order.number()).<Map<String, Object>>map(words -> Map.of("engineersRequest", words))
        .orElse(Map.of());
  }
}
