package org.jobline.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jobline.engine.DeployedDiagrams;
import org.jobline.engine.DeploymentListener;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.springframework.stereotype.Component;

/** Reads the types of order out of the deployed lifecycles. What is drawn and deployed is what there is. */
@Component
public class DeployedLifecycles implements OrderTypes, DeploymentListener {

  /** How long another node's deployment may go unnoticed. */
  private static final long FRESH_NANOS = 5_000_000_000L;

  private final DeployedDiagrams deployed;
  /** By id of the process definition, which never changes. */
  private final Map<String, Optional<DrawnLifecycle>> byDefinition = new ConcurrentHashMap<>();

  private volatile Newest newest;

  DeployedLifecycles(DeployedDiagrams deployed) {
    this.deployed = deployed;
  }

  private record Newest(long readAt, List<DrawnLifecycle> all) {
    boolean isFresh() {
      return System.nanoTime() - readAt < FRESH_NANOS;
    }
  }

  @Override
  public void deployed() {
    newest = null;
  }

  @Override
  public List<OrderType> all() {
    return newest().all().stream().map(DrawnLifecycle::type).toList();
  }

  /** Those that orders can be logged of now: an administrator may have suspended one. */
  public List<DrawnLifecycle> loggable() {
    return lifecycles(deployed.newest().stream().filter(definition -> !definition.isSuspended()).toList());
  }

  /** @throws IllegalStateException when the type has no lifecycle */
  DrawnLifecycle newest(OrderType type) {
    return newest().all().stream().filter(lifecycle -> lifecycle.type().equals(type)).findFirst()
        .orElseThrow(() -> new IllegalStateException("No lifecycle of the type " + type + " is deployed"));
  }

  /** @throws IllegalStateException when the process is no lifecycle */
  DrawnLifecycle of(String processDefinitionId) {
    return byDefinition.computeIfAbsent(processDefinitionId, this::read).orElseThrow(() -> new IllegalStateException(
        processDefinitionId + " logs an order but its start event has no form"));
  }

  private Newest newest() {
    Newest known = newest;
    if (known == null || !known.isFresh()) {
      known = new Newest(System.nanoTime(), lifecycles(deployed.newest()));
      newest = known;
    }
    return known;
  }

  private List<DrawnLifecycle> lifecycles(List<ProcessDefinition> definitions) {
    return definitions.stream()
        .flatMap(definition -> byDefinition.computeIfAbsent(definition.getId(), this::read).stream())
        .sorted(Comparator.comparing(lifecycle -> lifecycle.type().digit()))
        .toList();
  }

  private Optional<DrawnLifecycle> read(String processDefinitionId) {
    return deployed.model(processDefinitionId).flatMap(model ->
        DrawnLifecycle.of(model, processDefinitionId.substring(0, processDefinitionId.indexOf(':'))));
  }
}
