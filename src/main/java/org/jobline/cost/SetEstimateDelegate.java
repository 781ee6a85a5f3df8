package org.jobline.cost;

import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.document.Documents;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Set the estimate". */
@Component
class SetEstimateDelegate implements JavaDelegate {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Costs costs;
  private final Documents documents;
  private final Performing performing;

  SetEstimateDelegate(Costs costs, Documents documents, Performing performing) {
    this.costs = costs;
    this.documents = documents;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    OrderNumber number = OrderProcess.orderOf(execution);
    Fields fields = performing.fields();
    fields.text("file").ifPresent(upload -> documents.attach(number, upload, "Estimate", null, null));
    costs.estimate(number, fields.number("labour").orElseThrow(),
        fields.number("attendees").map(BigDecimal::intValue).orElse(null),
        fields.number("parts").orElse(NOTHING), fields.number("plant").orElse(NOTHING));
  }
}
