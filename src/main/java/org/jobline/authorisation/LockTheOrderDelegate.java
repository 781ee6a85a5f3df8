package org.jobline.authorisation;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.workorder.OrderCard;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.OrderProcess;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Service task "Lock the order". */
@Component
class LockTheOrderDelegate implements JavaDelegate {

  /** What the decision table has named. */
  private static final String LEVELS = "levels";

  private final Authorisations authorisations;
  private final WorkOrders orders;
  private final OrderCard card;

  LockTheOrderDelegate(Authorisations authorisations, WorkOrders orders, OrderCard card) {
    this.authorisations = authorisations;
    this.orders = orders;
    this.card = card;
  }

  @Override
  public void execute(DelegateExecution execution) {
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> levels = (List<Map<String, Object>>) execution.getVariable(LEVELS);
    execution.removeVariable(LEVELS);
    OrderNumber number = OrderProcess.orderOf(execution);
    authorisations.ask(number, levels.stream().map(AuthorisationLevel::named).toList());
    execution.setVariables(card.of(orders.get(number)));
  }
}
