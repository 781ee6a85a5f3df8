package org.jobline.purchasing;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The variables of a process by which a supplier is chased. */
public final class SupplierChase {

  static final String REASON = "reason";

  private static final String ABOUT = "about";

  private SupplierChase() {}

  static ChaseReason reason(DelegateExecution execution) {
    return ChaseReason.valueOf((String) execution.getVariable(REASON));
  }

  static void tell(DelegateExecution execution, Optional<String> about) {
    execution.setVariable(ABOUT, about.orElse(null));
  }

  /** What the desk was told; empty when the supplier had done his part. */
  public static Optional<String> about(DelegateExecution execution) {
    return Optional.ofNullable((String) execution.getVariable(ABOUT));
  }
}
