package org.jobline.action;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.platform.engine.DeployedDiagrams;
import org.jobline.platform.engine.DeploymentListener;
import org.springframework.stereotype.Component;

/** What a lifecycle consists of: its newest diagram and all that it calls, and the milestones in them. */
@Component
public class LifecycleStatuses implements DeploymentListener {

  private final DeployedDiagrams deployed;
  private final Map<OrderType, Drawn> known = new ConcurrentHashMap<>();

  LifecycleStatuses(DeployedDiagrams deployed) {
    this.deployed = deployed;
  }

  /**
   * @param statuses names by number
   * @param sheets keys
   */
  private record Drawn(Map<String, String> statuses, Set<String> sheets) {}

  @Override
  public void deployed() {
    known.clear();
  }

  /** Names by number, in the order of the numbers; none for a type whose lifecycle is not drawn. */
  public Map<String, String> of(OrderType type) {
    return drawn(type).statuses();
  }

  /** The keys of the lifecycle and of all sheets it calls. */
  Set<String> sheets(OrderType type) {
    return drawn(type).sheets();
  }

  private Drawn drawn(OrderType type) {
    return known.computeIfAbsent(type, this::read);
  }

  private Drawn read(OrderType type) {
    Map<String, String> statuses = new TreeMap<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> sheets = new ArrayDeque<>(List.of(type.lifecycle()));
    while (!sheets.isEmpty()) {
      String key = sheets.pop();
      if (seen.add(key)) {
        newest(key).ifPresent(model -> {
          Milestones.in(model)
              .map(event -> Status.ofMilestone(event.getName(), type))
              .forEach(status -> statuses.merge(status.code().value(), status.name(),
                  (one, other) -> one.length() <= other.length() ? one : other));
          model.getModelElementsByType(CallActivity.class).forEach(call -> sheets.push(call.getCalledElement()));
        });
      }
    }
    return new Drawn(statuses, seen);
  }

  private Optional<BpmnModelInstance> newest(String key) {
    return deployed.newest(key).flatMap(deployed::model);
  }
}
