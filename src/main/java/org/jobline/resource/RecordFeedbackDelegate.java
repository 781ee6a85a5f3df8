package org.jobline.resource;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record feedback". */
@Component
class RecordFeedbackDelegate implements JavaDelegate {

  private final Feedbacks feedbacks;
  private final Performing performing;

  RecordFeedbackDelegate(Feedbacks feedbacks, Performing performing) {
    this.feedbacks = feedbacks;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Fields fields = performing.fields();
    feedbacks.rate(OrderProcess.orderOf(execution), fields.number("rating").orElseThrow().intValue(),
        fields.text("who").orElseThrow());
  }
}
