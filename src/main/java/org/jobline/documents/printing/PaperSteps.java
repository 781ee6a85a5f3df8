package org.jobline.documents.printing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** The row of the documents sheet that makes one. */
@StepsOf("actions/documents.bpmn")
class PaperSteps {

  private final PrintingService papers;
  private final Steps steps;

  PaperSteps(PrintingService papers, Steps steps) {
    this.papers = papers;
    this.steps = steps;
  }

  @Bean
  JavaDelegate makeThePaperDelegate() {
    return steps.withForm((order, form) -> papers.make(
        order, PaperKind.named(form.text("kind").orElseThrow()), form.list("mailTo"), form.ticked("filed")));
  }
}
