package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Reinstate the order". */
@Component
class ReinstateTheOrderDelegate implements JavaDelegate {

  private final Lifecycles lifecycles;
  private final Performing performing;

  ReinstateTheOrderDelegate(Lifecycles lifecycles, Performing performing) {
    this.lifecycles = lifecycles;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    lifecycles.reinstate(OrderProcess.orderOf(execution), performing.fields());
  }
}
