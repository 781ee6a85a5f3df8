package org.jobline.modelling;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * The files of a deployment together with what is in force for everything that is not among them.
 *
 * @param contents every file of the deployment, by its name
 * @param diagrams the diagrams among them that are well-formed, by the name of their file
 */
record ModelFiles(Map<String, byte[]> contents, Map<String, BpmnModelInstance> diagrams, InForce inForce) {

  /**
   * A process as it would be in force after the deployment.
   *
   * @param isDeployed whether it is part of the deployment; else it is in force already, and no concern of the checks
   */
  record Sheet(String resource, BpmnModelInstance model, Process process, boolean isDeployed) {}

  /** All processes there would be after the deployment, by their keys. */
  Map<String, Sheet> sheets() {
    Map<String, Sheet> sheets = new HashMap<>();
    inForce.diagrams().forEach((key, diagram) -> sheets.put(key,
        new Sheet(diagram.resource(), diagram.model(), diagram.model().getModelElementById(key), false)));
    diagrams.forEach((resource, model) -> model.getModelElementsByType(Process.class).forEach(process ->
        sheets.put(process.getId(), new Sheet(resource, model, process, true))));
    return sheets;
  }
}
