package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Allocate and schedule". */
@Component
class AllocateAndScheduleDelegate implements JavaDelegate {

  private final Assignments assignments;
  private final Performing performing;

  AllocateAndScheduleDelegate(Assignments assignments, Performing performing) {
    this.assignments = assignments;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.allocate(OrderProcess.orderOf(execution), performing.fields());
  }
}
