package org.jobline.lifecycle.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.platform.engine.DecisionTables;
import org.springframework.stereotype.Component;

/** Which kinds of information make sense in the order's status: decision table {@code information-kinds}. */
@Component
class InformationKinds implements PickList {

  private final DecisionTables tables;

  InformationKinds(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "informationKinds";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    String status = order.map(present -> present.status().code().withoutType()).orElse("");
    return tables.column("information-kinds", Map.of("status", status), "kind").stream()
        .map(kind -> new Choice(kind, Character.toUpperCase(kind.charAt(0)) + kind.substring(1)))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return choices(order, "", Integer.MAX_VALUE).stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  @Override
  public String expectation() {
    return "Pick a type of information from the list.";
  }
}
