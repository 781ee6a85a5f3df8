package org.jobline.workorder;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads the key of the process an execution belongs to. */
public final class Lifecycle {

  private Lifecycle() {}

  /** @return the part of the definition's id before its version, which is the key */
  public static String of(DelegateExecution execution) {
    String id = execution.getProcessDefinitionId();
    return id.substring(0, id.indexOf(':'));
  }
}
