package org.jobline.modelling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.action.DrawnLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * A process as it would be in force after a deployment. What was looked for in it is kept: every deployment is held
 * against all sheets that are in force, and to look through a diagram takes long. Not for two threads at once.
 */
final class Sheet {

  private static final Function<Sheet, Optional<DrawnLifecycle>> LIFECYCLE = Sheet::readLifecycle;

  private final String resource;
  private final BpmnModelInstance model;
  private final Process process;
  private final boolean isDeployed;
  private final Map<Class<?>, List<?>> elements = new HashMap<>();
  private final Map<Function<Sheet, ?>, Object> found = new HashMap<>();
  private @Nullable FlowSheet flow;

  private Sheet(String resource, BpmnModelInstance model, Process process, boolean isDeployed) {
    this.resource = resource;
    this.model = model;
    this.process = process;
    this.isDeployed = isDeployed;
  }

  /** Part of the deployment. */
  static Sheet deployed(String resource, BpmnModelInstance model, Process process) {
    return new Sheet(resource, model, process, true);
  }

  /** In force already, and no concern of the checks. */
  static Sheet inForce(String resource, BpmnModelInstance model, Process process) {
    return new Sheet(resource, model, process, false);
  }

  /** The name of its file. */
  String resource() {
    return resource;
  }

  BpmnModelInstance model() {
    return model;
  }

  Process process() {
    return process;
  }

  /** Whether it is part of the deployment. */
  boolean isDeployed() {
    return isDeployed;
  }

  /** All elements of a kind in its diagram. */
  <T extends ModelElementInstance> List<T> all(Class<T> kind) {
    @SuppressWarnings("unchecked")
    List<T> found = (List<T>) elements.computeIfAbsent(kind, asked -> allOf(kind));
    return found;
  }

  private <T extends ModelElementInstance> List<T> allOf(Class<T> kind) {
    Collection<T> found = model.getModelElementsByType(kind);
    return List.copyOf(found);
  }

  /**
   * What a check finds in it, looked for once.
   *
   * @param search the same object each time, such as a constant; what it finds does not depend on other sheets
   */
  <T> T once(Function<Sheet, T> search) {
    @SuppressWarnings("unchecked")
    T known = (T) found.get(search);
    if (known == null) {
      known = search.apply(this);
      found.put(search, known);
    }
    return known;
  }

  /** The order lifecycle it is; empty when it is none. */
  Optional<DrawnLifecycle> lifecycle() {
    return once(LIFECYCLE);
  }

  private Optional<DrawnLifecycle> readLifecycle() {
    return DrawnLifecycle.of(process);
  }

  /** The same as the flow is followed in it. */
  FlowSheet flow() {
    if (flow == null) {
      flow = FlowSheet.of(this);
    }
    return flow;
  }
}
