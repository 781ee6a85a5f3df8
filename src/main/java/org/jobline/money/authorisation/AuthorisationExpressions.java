package org.jobline.money.authorisation;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways and timers may ask about an authorisation, as {@code ${authorisation.…(execution)}}. */
@Component("authorisation")
public class AuthorisationExpressions {

  private final AuthorisationService authorisations;
  private final RefusedCostService refusedCosts;

  AuthorisationExpressions(AuthorisationService authorisations, RefusedCostService refusedCosts) {
    this.authorisations = authorisations;
    this.refusedCosts = refusedCosts;
  }

  /** Whether another level has to authorise too. */
  public boolean hasAnotherLevel(DelegateExecution execution) {
    return authorisations.hasAnotherLevel(OrderProcess.orderOf(execution));
  }

  /** When the authoriser wants to be asked again. */
  public Date onHoldUntil(DelegateExecution execution) {
    return authorisations.onHoldUntil(OrderProcess.orderOf(execution));
  }

  /** Whether the order may still be cancelled in its status. */
  public boolean mayBeCancelled(DelegateExecution execution) {
    return refusedCosts.mayBeCancelled(OrderProcess.orderOf(execution));
  }
}
