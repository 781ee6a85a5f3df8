package org.jobline.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jobline.order.OrderProcess;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.platform.engine.DeployedDiagrams;
import org.jobline.platform.engine.DeploymentListener;
import org.jobline.platform.engine.ReadFromDeployments;
import org.springframework.stereotype.Component;

/** Reads the types of order out of the deployed lifecycles. What is drawn and deployed is what there is. */
@Component
public class DeployedLifecycles implements OrderTypes, DeploymentListener {

  private final DeployedDiagrams deployed;
  /** By id of the process definition, which never changes. */
  private final Map<String, Optional<Lifecycle>> byDefinition = new ConcurrentHashMap<>();
  private final ReadFromDeployments<List<Lifecycle>> newest =
      new ReadFromDeployments<>(() -> lifecycles(definition -> true));

  DeployedLifecycles(DeployedDiagrams deployed) {
    this.deployed = deployed;
  }

  @Override
  public void deployed() {
    newest.forget();
  }

  @Override
  public List<OrderType> all() {
    return newest.get().stream().map(Lifecycle::type).toList();
  }

  /** Those that orders can be logged of now: an administrator may have suspended one. */
  public List<Lifecycle> loggable() {
    return lifecycles(definition -> !definition.isSuspended());
  }

  /** @throws IllegalStateException when the type has no lifecycle */
  Lifecycle newest(OrderType type) {
    return newest.get().stream().filter(lifecycle -> lifecycle.type().equals(type)).findFirst()
        .orElseThrow(() -> noneOf(type));
  }

  private static IllegalStateException noneOf(OrderType type) {
    return new IllegalStateException("No lifecycle of the type " + type + " is deployed");
  }

  /** The id of the definition new orders of the type follow. */
  String newestDefinition(OrderType type) {
    return deployed.newest(type.lifecycle()).map(ProcessDefinition::getId).orElseThrow(() -> noneOf(type));
  }

  /** @throws IllegalStateException when the process is no lifecycle */
  Lifecycle of(String processDefinitionId) {
    return byDefinition.computeIfAbsent(processDefinitionId, this::read).orElseThrow(() -> new IllegalStateException(
        processDefinitionId + " logs an order but its start event has no form"));
  }

  private List<Lifecycle> lifecycles(Predicate<ProcessDefinition> wanted) {
    return deployed.newest().stream()
        .filter(wanted)
        .flatMap(definition -> byDefinition.computeIfAbsent(definition.getId(), this::read).stream())
        .sorted(Comparator.comparing(lifecycle -> lifecycle.type().digit()))
        .toList();
  }

  private Optional<Lifecycle> read(String processDefinitionId) {
    return deployed.model(processDefinitionId)
        .flatMap(model -> DrawnLifecycle.of(model, OrderProcess.keyOf(processDefinitionId)))
        .map(DrawnLifecycle::read);
  }
}
