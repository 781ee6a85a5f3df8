package org.jobline.modelling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * A process as it would be in force after a deployment. What was looked for in it is kept: every deployment is held
 * against all sheets that are in force, and to look through a diagram takes long. Not for two threads at once.
 */
final class Sheet {

  private final String resource;
  private final BpmnModelInstance model;
  private final Process process;
  private final boolean isDeployed;
  private final Map<Class<?>, List<?>> elements = new HashMap<>();
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

  /** The same as the flow is followed in it. */
  FlowSheet flow() {
    if (flow == null) {
      flow = FlowSheet.of(this);
    }
    return flow;
  }
}
