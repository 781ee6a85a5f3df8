package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record end of visit". */
@Component
class RecordEndOfVisitDelegate implements JavaDelegate {

  private final Attendances attendances;
  private final Performing performing;

  RecordEndOfVisitDelegate(Attendances attendances, Performing performing) {
    this.attendances = attendances;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    attendances.stop(OrderProcess.orderOf(execution), StopFields.read(performing.fields()));
  }
}
