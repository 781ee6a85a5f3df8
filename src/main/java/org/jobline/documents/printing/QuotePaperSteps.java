package org.jobline.documents.printing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** What contractors get of a specification that has changed, with its documents. */
@StepsOf("actions/quotes.bpmn")
class QuotePaperSteps {

  private final SpecificationPaperService specifications;
  private final Steps steps;

  QuotePaperSteps(SpecificationPaperService specifications, Steps steps) {
    this.specifications = specifications;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendSpecificationChangedEmailsDelegate() {
    return steps.of(specifications::changed);
  }
}
