package org.jobline.lifecycle.conversion;

import java.util.List;
import java.util.Map;
import org.jobline.action.Choice;
import org.jobline.action.DeployedLifecycles;
import org.jobline.order.Order;
import org.jobline.order.OrderType;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.stereotype.Component;

/** The types an order may become, as the table "conversions" says, as far as their lifecycles are deployed. */
@Component
class ConversionTargets {

  private final DecisionTables tables;
  private final DeployedLifecycles lifecycles;
  private final SystemAuthentication system;

  ConversionTargets(DecisionTables tables, DeployedLifecycles lifecycles, SystemAuthentication system) {
    this.tables = tables;
    this.lifecycles = lifecycles;
    this.system = system;
  }

  List<Choice> of(Order order) {
    List<String> targets = system.call(
        () -> tables.column("conversions", Map.of("type", order.type().name()), "target"));
    // every list of offers asks; which lifecycles there are is remembered, which of them is suspended is not
    if (lifecycles.all().stream().map(OrderType::name).noneMatch(targets::contains)) {
      return List.of();
    }
    return lifecycles.loggable().stream()
        .filter(lifecycle -> targets.contains(lifecycle.type().name()))
        .map(lifecycle -> new Choice(lifecycle.type().name(), lifecycle.label()))
        .toList();
  }
}
