package org.jobline.resource;

import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Who may be given the order, first choice first, each with the reason for its place. */
@Component
class RankedResourcePickList implements PickList {

  private final OrderRanking ranking;

  RankedResourcePickList(OrderRanking ranking) {
    this.ranking = ranking;
  }

  @Override
  public String name() {
    return "rankedResources";
  }

  @Override
  public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
    return order.stream()
        .flatMap(present -> ranking.search(ranking.open(present), text, limit))
        .map(RankedResourcePickList::choice)
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<WorkOrder> order, String value) {
    return order
        .flatMap(present -> ranking.find(ranking.open(present), value))
        .map(RankedResourcePickList::choice);
  }

  private static Choice choice(RankedResource ranked) {
    return new Choice(ranked.resource().code(), ranked.label());
  }

  @Override
  public String expectation() {
    return "must be one of the ranked resources, not one that declined this order or has it already";
  }
}
