package org.jobline.conversion;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.action.Choice;
import org.jobline.engine.AsSystem;
import org.jobline.engine.DecisionTables;
import org.jobline.order.OrderType;
import org.jobline.order.Order;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The types an order may become, as the table "conversions" says, as far as their lifecycles are deployed. */
@Component
class ConversionTargets {

  private final DecisionTables tables;
  private final RepositoryService repository;
  private final AsSystem asSystem;

  ConversionTargets(DecisionTables tables, @Lazy RepositoryService repository, AsSystem asSystem) {
    this.tables = tables;
    this.repository = repository;
    this.asSystem = asSystem;
  }

  List<Choice> of(Order order) {
    return asSystem.call(() -> tables.column("conversions", Map.of("type", order.type().name()), "target").stream()
        .map(OrderType::valueOf)
        .filter(this::isDeployed)
        .map(type -> new Choice(type.name(), type.label()))
        .toList());
  }

  private boolean isDeployed(OrderType type) {
    return repository.createProcessDefinitionQuery().processDefinitionKey(type.lifecycle()).active().count() > 0;
  }
}
