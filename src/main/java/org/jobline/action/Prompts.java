package org.jobline.action;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jobline.workorder.WorkOrder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks orders wait with. */
@Component
public class Prompts {

  private final TaskService tasks;
  private final Diagrams diagrams;
  private final Forms forms;
  private final PickLists pickLists;

  Prompts(@Lazy TaskService tasks, Diagrams diagrams, Forms forms, PickLists pickLists) {
    this.tasks = tasks;
    this.diagrams = diagrams;
    this.forms = forms;
    this.pickLists = pickLists;
  }

  /**
   * Makes the choices that the forms of an order's prompts offer anew, after something else has changed them.
   *
   * @param order taken for changing
   */
  public void refresh(WorkOrder order) {
    tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).withCandidateGroups().list()
        .forEach(task -> refresh(task, order));
  }

  private void refresh(Task task, WorkOrder order) {
    diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).ifPresent(action ->
        forms.of(action).fields().stream()
            .filter(FormField::isSelectFromPickList)
            .forEach(field -> tasks.setVariableLocal(
                task.getId(), field.pickList(), pickLists.asJson(field.pickList(), order))));
  }
}
