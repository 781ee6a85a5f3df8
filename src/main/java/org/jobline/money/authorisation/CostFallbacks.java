package org.jobline.money.authorisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.money.cost.CostService;
import org.jobline.money.cost.EnteredCostService;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Which earlier cost may count again when a fixed cost or an estimate is refused. */
@Component
class CostFallbacks implements PickList {

  static final String NONE = "none";
  static final String CALCULATED = "calculated cost";
  static final String PREVIOUS = "previous fixed cost";

  private static final Set<String> TYPED = Set.of("fixed cost", "estimate");

  private final CostService costs;
  private final EnteredCostService typedCosts;

  CostFallbacks(CostService costs, EnteredCostService typedCosts) {
    this.costs = costs;
    this.typedCosts = typedCosts;
  }

  @Override
  public String name() {
    return "costFallbacks";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    List<Choice> choices = new ArrayList<>(List.of(new Choice(NONE, "None")));
    order.map(Order::number).filter(number -> TYPED.contains(costs.change(number).kind())).ifPresent(number -> {
      if (costs.lastAllowedAccrual(number).signum() > 0 && !typedCosts.isStaged(number)) {
        choices.add(new Choice(CALCULATED, "Calculated cost"));
      }
      costs.lastAllowedFixedCost(number).ifPresent(fixed ->
          choices.add(new Choice(PREVIOUS, "Previous fixed cost " + fixed)));
    });
    return choices;
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return choices(order, "", Integer.MAX_VALUE).stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  @Override
  public String expectation() {
    return "Pick one of the earlier costs.";
  }
}
