package org.jobline.sla;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Start the SLA clock". */
@Component
class StartTheSlaClockDelegate implements JavaDelegate {

  private final OrderClock orderClock;

  StartTheSlaClockDelegate(OrderClock orderClock) {
    this.orderClock = orderClock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    orderClock.start(OrderProcess.orderOf(execution));
  }
}
