package org.jobline.operations.monitoring;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.platform.engine.DeployedDiagrams;
import org.jobline.platform.engine.DeploymentListener;
import org.springframework.stereotype.Component;

/**
 * Which milestones can be the last ones passed while a process stands at a place of its diagram. Each process is asked
 * about in the version of the diagram that it runs on, with the newest version of what that calls.
 */
@Component
class LastMilestones implements DeploymentListener {

  private final DeployedDiagrams deployed;
  /** By id of the process definition. */
  private final Map<String, MilestonesOfDiagram> diagrams = new ConcurrentHashMap<>();

  LastMilestones(DeployedDiagrams deployed) {
    this.deployed = deployed;
  }

  @Override
  public void deployed() {
    diagrams.clear();
  }

  /** Whether the diagram has milestones at all, so that its processes move orders. */
  boolean areIn(String definitionId) {
    return !of(definitionId).all().isEmpty();
  }

  /**
   * The numbers of the statuses an order may have while its process stands there.
   *
   * @param lifecycle id of the definition of the order's lifecycle
   * @param sheet id of the definition of the process that stands there: the lifecycle, or what it calls
   * @return empty when the diagram leaves it open: no milestone comes before, as in what is done on demand, or
   *     another sheet is called there, or a diagram cannot be read
   */
  Optional<Set<String>> at(String lifecycle, String sheet, String elementId, OrderType type) {
    return of(sheet).before(elementId).map(names ->
        Stream.of(names, of(sheet).meanwhile(), of(lifecycle).meanwhile())
            .flatMap(Collection::stream)
            .map(name -> Status.ofMilestone(name, type).code().value())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private MilestonesOfDiagram of(String definitionId) {
    return diagrams.computeIfAbsent(definitionId, id -> new MilestonesOfDiagram(deployed.model(id), this::called));
  }

  private Optional<MilestonesOfDiagram> called(String key) {
    return deployed.newest(key).map(definition -> of(definition.getId()));
  }
}
