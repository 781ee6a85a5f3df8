package org.jobline.lifecycle;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record work not completed". */
@Component
class RecordWorkNotCompletedDelegate implements JavaDelegate {

  private final Attendances attendances;
  private final Performing performing;

  RecordWorkNotCompletedDelegate(Attendances attendances, Performing performing) {
    this.attendances = attendances;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    attendances.giveUp(OrderProcess.orderOf(execution), performing.fields().text("reason").orElseThrow());
  }
}
