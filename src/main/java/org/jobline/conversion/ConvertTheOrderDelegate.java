package org.jobline.conversion;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.jobline.workorder.OrderType;
import org.springframework.stereotype.Component;

/** Service task "Convert the order". */
@Component
class ConvertTheOrderDelegate implements JavaDelegate {

  private final Conversions conversions;
  private final Performing performing;

  ConvertTheOrderDelegate(Conversions conversions, Performing performing) {
    this.conversions = conversions;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conversions.convert(
        OrderProcess.orderOf(execution), OrderType.valueOf(performing.fields().text("type").orElseThrow()));
  }
}
