package org.jobline.money.authorisation;

import org.jobline.action.AfterAction;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The one place where what an order may come to cost is held against the rules: the end of every action. */
@Component
class CommitmentLimit implements AfterAction {

  private final AuthorisationRules rules;

  CommitmentLimit(AuthorisationRules rules) {
    this.rules = rules;
  }

  @Override
  public void ended(Order order) {
    rules.look(order);
  }
}
