package org.jobline.action;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** A user task that the engine has made: who gets it, what it looks like, and what its form shows. */
@Component
class TaskOpening {

  private final ActionPolicy policy;
  private final PendingSubmissions pending;
  private final CurrentAction current;
  private final Forms forms;
  private final PickLists pickLists;
  private final FormValues formValues;
  private final List<TaskDecorator> appearances;

  TaskOpening(
      ActionPolicy policy, PendingSubmissions pending, CurrentAction current, Forms forms, PickLists pickLists,
      FormValues formValues, List<TaskDecorator> appearances) {
    this.policy = policy;
    this.pending = pending;
    this.current = current;
    this.forms = forms;
    this.pickLists = pickLists;
    this.formValues = formValues;
    this.appearances = appearances;
  }

  void created(DelegateTask task, ActionDefinition action, Order order) {
    Optional<PendingSubmission> submission =
        pending.present().filter(candidate -> action.key().equals(candidate.key()));
    if (!action.isPrompt()) {
      Agent agent = policy.check(action, order, submission);
      if (submission.filter(PendingSubmission::atOnce).isPresent()) {
        task.complete();
        return;
      }
      task.setAssignee(agent.name());
      submission.map(PendingSubmission::submission)
          .map(Submission::channel)
          .ifPresent(channel -> task.setVariableLocal(TaskVariables.CHANNEL, channel.name()));
    }
    appearances.forEach(appearance -> appearance.decorate(task, order));
    forms.of(action).fields().stream()
        .filter(FormField::isSelectFromPickList)
        .map(FormField::pickList)
        .forEach(list -> task.setVariableLocal(list, pickLists.asJson(list, order)));
    formValues.of(action, order).forEach(task::setVariableLocal);
    if (forms.of(action).fields().stream().anyMatch(field -> field.overwrites() != null)) {
      task.setVariableLocal(TaskVariables.OPENED_ON, current.lastEventOf(order));
    }
  }
}
