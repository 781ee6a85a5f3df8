package org.jobline.authorisation;

import org.jobline.action.AfterAction;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The one place where what an order may come to cost is held against the rules: the end of every action. */
@Component
class CommitmentLimit implements AfterAction {

  private final Authorisations authorisations;

  CommitmentLimit(Authorisations authorisations) {
    this.authorisations = authorisations;
  }

  @Override
  public void ended(WorkOrder order) {
    authorisations.look(order);
  }
}
