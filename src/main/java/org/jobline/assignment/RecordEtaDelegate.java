package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record ETA". */
@Component
class RecordEtaDelegate implements JavaDelegate {

  private final Assignments assignments;
  private final Performing performing;

  RecordEtaDelegate(Assignments assignments, Performing performing) {
    this.assignments = assignments;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.expectArrival(OrderProcess.orderOf(execution), performing.fields().instant("eta").orElseThrow());
  }
}
