package org.jobline.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Allocate next resource". */
@Component
class AllocateNextResourceDelegate implements JavaDelegate {

  private final Assignments assignments;

  AllocateNextResourceDelegate(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assignments.allocateNext(OrderProcess.orderOf(execution));
  }
}
