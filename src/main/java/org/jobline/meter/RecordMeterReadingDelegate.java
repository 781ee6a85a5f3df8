package org.jobline.meter;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record meter reading". */
@Component
class RecordMeterReadingDelegate implements JavaDelegate {

  private final Meters meters;
  private final Performing performing;

  RecordMeterReadingDelegate(Meters meters, Performing performing) {
    this.meters = meters;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    Meters.Shown shown = new Meters.Shown(
        fields.number("value").orElseThrow(), fields.instant("readAt").orElseThrow(), fields.ticked("replaced"));
    fields.text("reading").map(Long::valueOf).ifPresentOrElse(
        reading -> meters.correct(reading, shown),
        () -> meters.add(OrderProcess.orderOf(execution), fields.text("meter").orElseThrow(), shown));
  }
}
