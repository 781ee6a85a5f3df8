package org.jobline.modelling;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** What a deployment joins: the newest of everything that was deployed before and can be read. */
interface InForce {

  /** The diagrams, by the key of the process. */
  Map<String, Diagram> diagrams();

  /**
   * The content of a form that was deployed last.
   *
   * @param key such as {@code accept-job}
   */
  Optional<byte[]> form(String key);

  /** Whether there is such a decision table. */
  boolean hasTable(String key);

  /** @param resource name of the file it was deployed in */
  record Diagram(String resource, BpmnModelInstance model) {}
}
