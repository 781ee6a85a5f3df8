package org.jobline.messaging.recipients;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** The mails that are drawn for quotes; those that come with documents are among the papers. */
@StepsOf({"stages/quoting.bpmn", "health/quote-chase.bpmn", "health/quote-watch.bpmn"})
class QuoteMailSteps {

  private final QuoteMailService mails;
  private final OverdueQuotes overdue;
  private final Steps steps;

  QuoteMailSteps(QuoteMailService mails, OverdueQuotes overdue, Steps steps) {
    this.mails = mails;
    this.overdue = overdue;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendQuoteRejectedEmailsDelegate() {
    return steps.of(mails::rejected);
  }

  @Bean
  JavaDelegate findOverdueQuotesDelegate() {
    return execution -> overdue.look();
  }

  @Bean
  JavaDelegate chaseForQuotesDelegate() {
    return steps.of(mails::chase);
  }
}
