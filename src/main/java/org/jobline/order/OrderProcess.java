package org.jobline.order;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What an execution tells of its order. */
public final class OrderProcess {

  private OrderProcess() {}

  /** The order a running process belongs to: its business key. */
  public static OrderNumber orderOf(DelegateExecution execution) {
    return new OrderNumber(execution.getProcessBusinessKey());
  }

  /** The key of a process: the part of its definition's id before the version. */
  public static String keyOf(String processDefinitionId) {
    return processDefinitionId.substring(0, processDefinitionId.indexOf(':'));
  }

  /** The execution's sheet, and what has called it, up to the order's lifecycle. */
  public static List<DelegateExecution> upToTheLifecycle(DelegateExecution execution) {
    List<DelegateExecution> sheets = new ArrayList<>(List.of(execution));
    DelegateExecution sheet = execution;
    while (sheet.getProcessInstance().getSuperExecution() != null) {
      sheet = sheet.getProcessInstance().getSuperExecution();
      sheets.add(sheet);
    }
    return sheets;
  }
}
