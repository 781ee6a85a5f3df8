package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record remote fix". */
@Component
class RecordRemoteFixDelegate implements JavaDelegate {

  private final Attendances attendances;
  private final Performing performing;

  RecordRemoteFixDelegate(Attendances attendances, Performing performing) {
    this.attendances = attendances;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    attendances.fixRemotely(OrderProcess.orderOf(execution), performing.fields().number("cost"));
  }
}
