package org.jobline.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Which earlier cost may count again when a change is refused. */
@Component
class CostFallbacks implements PickList {

  static final String NONE = "none";
  static final String CALCULATED = "calculated cost";
  static final String PREVIOUS = "previous fixed cost";

  private final AuthorisationRequestRepository requests;

  CostFallbacks(AuthorisationRequestRepository requests) {
    this.requests = requests;
  }

  @Override
  public String name() {
    return "costFallbacks";
  }

  @Override
  public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
    List<Choice> choices = new ArrayList<>(List.of(new Choice(NONE, "None")));
    order.flatMap(found -> requests.findFirstByOrderNumberOrderByIdDesc(found.number().value()))
        .map(AuthorisationRequest::change)
        .ifPresent(change -> {
          if (change.amountBefore().signum() > 0) {
            choices.add(new Choice(CALCULATED, "Calculated cost"));
          }
          if (change.fixedBefore() != null) {
            choices.add(new Choice(PREVIOUS, "Previous fixed cost " + change.fixedBefore()));
          }
        });
    return choices;
  }

  @Override
  public Optional<Choice> find(Optional<WorkOrder> order, String value) {
    return choices(order, "", Integer.MAX_VALUE).stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  @Override
  public String expectation() {
    return "must be one of the earlier costs there are";
  }
}
