package org.jobline.order;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What an execution tells of its order. */
public final class OrderProcess {

  private OrderProcess() {}

  /** The order a running process belongs to: its business key. */
  public static OrderNumber orderOf(DelegateExecution execution) {
    return new OrderNumber(execution.getProcessBusinessKey());
  }

  /** The key of the process: the part of its definition's id before the version. */
  public static String keyOf(DelegateExecution execution) {
    String id = execution.getProcessDefinitionId();
    return id.substring(0, id.indexOf(':'));
  }
}
