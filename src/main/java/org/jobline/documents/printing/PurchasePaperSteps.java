package org.jobline.documents.printing;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** The sheet that goes to the supplier of a purchasing order. */
@StepsOf({"purchasing/ordering.bpmn", "purchasing/order-sheet.bpmn"})
class PurchasePaperSteps {

  private final PurchasePaperService papers;
  private final Steps steps;

  PurchasePaperSteps(PurchasePaperService papers, Steps steps) {
    this.papers = papers;
    this.steps = steps;
  }

  @Bean
  JavaDelegate sendOrderSheetDelegate() {
    return steps.of(papers::send);
  }

  @Bean
  JavaDelegate fileOrderSheetDelegate() {
    return steps.of(papers::file);
  }
}
