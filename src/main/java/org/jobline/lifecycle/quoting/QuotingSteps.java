package org.jobline.lifecycle.quoting;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Has contractors quote for the work, and gives it to the one whose quote is chosen. */
@StepsOf({"stages/quoting.bpmn", "lifecycles/quote.bpmn", "actions/quotes.bpmn"})
public class QuotingSteps {

  public static final String PROCESS = "quoting";

  static final ActionKey REQUEST_QUOTES = new ActionKey("request-quotes");
  static final ActionKey CHANGE_SPECIFICATION = new ActionKey("change-specification");

  private final QuotingService quoting;
  private final QuoteSelectionService selections;
  private final Steps steps;

  QuotingSteps(QuotingService quoting, QuoteSelectionService selections, Steps steps) {
    this.quoting = quoting;
    this.selections = selections;
    this.steps = steps;
  }

  /** An order may be logged without one. */
  @Bean
  JavaDelegate recordSpecificationDelegate() {
    return steps.withForm((order, form) ->
        form.text("specification").ifPresent(text -> quoting.specify(order, text)));
  }

  @Bean
  JavaDelegate inviteContractorsDelegate() {
    return steps.withForm((order, form) -> quoting.ask(order, form.list("contractors"), form.date("replyBy")));
  }

  @Bean
  JavaDelegate recordQuoteDelegate() {
    return steps.withForm((order, form) -> quoting.receive(order, QuoteReceived.of(form)));
  }

  @Bean
  JavaDelegate recordSelectionDelegate() {
    return steps.withForm((order, form) ->
        selections.select(order, form.text("quote").orElseThrow(), form.text("reason")));
  }

  @Bean
  JavaDelegate takeSelectionBackDelegate() {
    return steps.of(selections::takeBack);
  }

  @Bean
  JavaDelegate orderByQuoteDelegate() {
    return steps.of(selections::order);
  }

  @Bean
  JavaDelegate takeOrderBackDelegate() {
    return steps.of(selections::deselect);
  }

  @Bean
  JavaDelegate declineQuoteDelegate() {
    return steps.withForm((order, form) -> selections.decline(order, form.text("reason")));
  }
}
