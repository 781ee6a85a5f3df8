package org.jobline.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The kinds of engineers, each with the number that may come now. */
@Component
class RateGroupPickList implements PickList {

  private final Engineers engineers;

  RateGroupPickList(Engineers engineers) {
    this.engineers = engineers;
  }

  @Override
  public String name() {
    return "rateGroups";
  }

  @Override
  public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
    return order.map(present -> engineers.approved(present.number())).orElse(Map.of()).entrySet().stream()
        .map(group -> new Choice(group.getKey().code(), group.getKey().name() + " (" + group.getValue() + " approved)"))
        .sorted((a, b) -> a.label().compareTo(b.label()))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<WorkOrder> order, String value) {
    return choices(order, "", Integer.MAX_VALUE).stream()
        .filter(choice -> choice.value().equals(value) || choice.label().equals(value))
        .findFirst();
  }

  @Override
  public String expectation() {
    return "must be one of the rate groups";
  }
}
