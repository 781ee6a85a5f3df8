package org.jobline.action;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks orders wait with. */
@Component
public class WaitingTasks {

  private final TaskService tasks;
  private final Diagrams diagrams;
  private final Forms forms;
  private final PickLists pickLists;

  WaitingTasks(@Lazy TaskService tasks, Diagrams diagrams, Forms forms, PickLists pickLists) {
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
  public void refresh(Order order) {
    prompts(order).forEach(task -> refresh(task, order));
  }

  /**
   * Has the order's prompts left out of the lists until then, when somebody will have to look again.
   *
   * @param order taken for changing
   */
  public void postponeUntil(Order order, Instant until) {
    prompts(order).forEach(task -> followUp(task, Date.from(until)));
  }

  /**
   * Has the order's prompts in the lists as if nobody had to look at them again at some time.
   *
   * @param order taken for changing
   */
  public void postponeNoLonger(Order order) {
    prompts(order).stream().filter(task -> task.getFollowUpDate() != null).forEach(task -> followUp(task, null));
  }

  private void followUp(Task task, @Nullable Date date) {
    task.setFollowUpDate(date);
    tasks.saveTask(task);
  }

  /** Tasks opened on demand have no candidates. */
  private List<Task> prompts(Order order) {
    return tasks.createTaskQuery().processInstanceBusinessKey(order.number().value()).withCandidateGroups().list();
  }

  private void refresh(Task task, Order order) {
    diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey()).ifPresent(action ->
        forms.of(action).fields().stream()
            .filter(FormField::isSelectFromPickList)
            .map(FormField::pickList)
            .forEach(list -> tasks.setVariableLocal(task.getId(), list, pickLists.asJson(list, order))));
  }
}
