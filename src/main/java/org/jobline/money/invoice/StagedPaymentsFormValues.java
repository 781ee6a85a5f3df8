package org.jobline.money.invoice;

import java.util.Map;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The form "Edit Staged Payments" shows the present rows. */
@Component
class StagedPaymentsFormValues implements FormDefaults {

  private final PaymentStageService stages;

  StagedPaymentsFormValues(PaymentStageService stages) {
    this.stages = stages;
  }

  @Override
  public boolean areFor(String action) {
    return action.equals(InvoicesSteps.EDIT_STAGED_PAYMENTS.value());
  }

  @Override
  public Map<String, Object> of(Order order) {
    return Map.of("stages", stages.of(order.number()).text());
  }
}
