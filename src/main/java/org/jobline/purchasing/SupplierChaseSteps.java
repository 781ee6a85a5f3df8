package org.jobline.purchasing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Finds suppliers that are late, and has each chased. */
@StepsOf({"purchasing/supplier-chase.bpmn", "purchasing/supplier-chase-watch.bpmn"})
class SupplierChaseSteps {

  static final String PROCESS = "supplier-chase";

  private final SupplierChaseWatch watch;
  private final SupplierChaseService chases;
  private final Steps steps;

  SupplierChaseSteps(SupplierChaseWatch watch, SupplierChaseService chases, Steps steps) {
    this.watch = watch;
    this.chases = chases;
    this.steps = steps;
  }

  @Bean
  JavaDelegate findSuppliersToChaseDelegate() {
    return execution -> watch.look();
  }

  @Bean
  JavaDelegate haveTheSupplierChasedDelegate() {
    return steps.of((order, execution) -> SupplierChase.tell(
        execution, chases.chase(order, SupplierChase.reason(execution))));
  }
}
