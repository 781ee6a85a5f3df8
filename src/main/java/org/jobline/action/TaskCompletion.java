package org.jobline.action;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jobline.order.Order;
import org.jobline.platform.error.ChangedFieldsException;
import org.springframework.stereotype.Component;

/** A user task that is being completed: what was submitted is checked, and the action begins. */
@Component
class TaskCompletion {

  private final ActionPolicy policy;
  private final PendingSubmissions pending;
  private final SubmissionCheck check;
  private final ActionLog log;
  private final Forms forms;
  private final ToldChanges told;

  TaskCompletion(
      ActionPolicy policy, PendingSubmissions pending, SubmissionCheck check, ActionLog log, Forms forms,
      ToldChanges told) {
    this.policy = policy;
    this.pending = pending;
    this.check = check;
    this.log = log;
    this.forms = forms;
    this.told = told;
  }

  void completed(DelegateTask task, ActionDefinition action, Order order) {
    Optional<PendingSubmission> handed = pending.consume(action.key());
    Agent agent = policy.check(action, order, handed);
    boolean isByApi = handed.filter(PendingSubmission::isByApi).isPresent();
    Submission submitted = handed.map(PendingSubmission::submission)
        // not from the task's own variables: they are what the form showed
        .orElseGet(() -> forms.of(action).takeFrom(task.getExecution()));
    Submission submission = isByApi ? submitted : ofForm(task, submitted);
    Channel channel = Optional.ofNullable(submission.channel())
        .or(() -> Optional.ofNullable((String) task.getVariableLocal(TaskVariables.CHANNEL)).map(Channel::valueOf))
        .orElseGet(() -> action.menus().stream().findFirst().orElse(Channel.AGENT));
    try {
      log.begin(check.check(action, order, agent, channel, submission,
          () -> isByApi ? 0 : told.lastEvent(task.getId(), agent.name())).on(order));
    } catch (ChangedFieldsException e) {
      if (!isByApi) {
        told.remember(task.getId(), agent.name(), order.nextEvent() - 1);
      }
      throw e;
    }
  }

  /** What comes by the form of a task was typed over what the form showed. */
  private static Submission ofForm(DelegateTask task, Submission submission) {
    Integer openedOn = (Integer) task.getVariableLocal(TaskVariables.OPENED_ON);
    return openedOn == null ? submission : submission.openedOn(openedOn);
  }
}
