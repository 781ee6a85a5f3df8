package org.jobline.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.StartForm;
import org.jobline.workorder.OrderCard;
import org.jobline.workorder.OrderProcess;
import org.jobline.workorder.OrderType;
import org.jobline.workorder.Status;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Service task "Log the order": from here on the process has its order's number as business key. */
@Component
class LogTheOrderDelegate implements JavaDelegate {

  private final StartForm startForm;
  private final Logging logging;
  private final OrderCard card;

  LogTheOrderDelegate(StartForm startForm, Logging logging, OrderCard card) {
    this.startForm = startForm;
    this.logging = logging;
    this.card = card;
  }

  @Override
  public void execute(DelegateExecution execution) {
    OrderType type = OrderProcess.typeOf(execution);
    Status creation = Status.ofMilestone((String) execution.getVariable(OrderCard.STATUS), type);
    WorkOrder order = logging.log(type, creation, startForm.begin(execution, "Log Work Order"));
    execution.setProcessBusinessKey(order.number().value());
    execution.setVariables(card.of(order));
  }
}
