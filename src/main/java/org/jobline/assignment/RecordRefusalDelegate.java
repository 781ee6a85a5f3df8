package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record refusal". */
@Component
class RecordRefusalDelegate implements JavaDelegate {

  private final Assignments assignments;

  RecordRefusalDelegate(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.refuse(OrderProcess.orderOf(execution));
  }
}
