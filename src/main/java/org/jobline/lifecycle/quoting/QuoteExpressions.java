package org.jobline.lifecycle.quoting;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about the quotes of an order, as {@code ${quote.…(execution)}}. */
@Component("quote")
public class QuoteExpressions {

  private final QuotingService quoting;
  private final QuoteSelectionService selections;

  QuoteExpressions(QuotingService quoting, QuoteSelectionService selections) {
    this.quoting = quoting;
    this.selections = selections;
  }

  public boolean isSpecificationMissing(DelegateExecution execution) {
    return quoting.isSpecificationMissing(OrderProcess.orderOf(execution));
  }

  /** Whether no contractor was asked for a quote yet. */
  public boolean isNobodyAsked(DelegateExecution execution) {
    return quoting.isNobodyAsked(OrderProcess.orderOf(execution));
  }

  public boolean isNoneReceived(DelegateExecution execution) {
    return quoting.isNoneReceived(OrderProcess.orderOf(execution));
  }

  /** Whether a quote was chosen and its total is not authorised yet; never for orders of other types. */
  public boolean isBeingSelected(DelegateExecution execution) {
    return selections.isBeingSelected(OrderProcess.orderOf(execution));
  }

  /** Whether somebody has to authorise what the chosen quote comes to. */
  public boolean isToBeAuthorised(DelegateExecution execution) {
    return selections.isToBeAuthorised(OrderProcess.orderOf(execution));
  }
}
