package org.jobline.action;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The form a lifecycle is started with: the same checks as for a user task, before there is an order. */
@Component
public class StartForm {

  private final DeployedLifecycles lifecycles;
  private final Forms forms;
  private final SubmissionCheck check;
  private final SiteTime siteTime;
  private final PendingSubmissions pending;
  private final ActionLog log;
  private final Agents agents;

  StartForm(
      DeployedLifecycles lifecycles, Forms forms, SubmissionCheck check, SiteTime siteTime,
      PendingSubmissions pending, ActionLog log, Agents agents) {
    this.lifecycles = lifecycles;
    this.forms = forms;
    this.check = check;
    this.siteTime = siteTime;
    this.pending = pending;
    this.log = log;
    this.agents = agents;
  }

  /**
   * Begins the action that logs an order, with the fields of the process's start form.
   *
   * @throws org.jobline.platform.error.InvalidFieldsException when the form does not allow it
   */
  public Fields begin(DelegateExecution execution) {
    Lifecycle lifecycle = lifecycles.of(execution.getProcessDefinitionId());
    ActionKey key = new ActionKey(lifecycle.form());
    Optional<PendingSubmission> handed = pending.consume(key);
    FormDefinition form = forms.of(execution.getProcessDefinitionId(), "forms/" + key + ".form");
    Submission submission = handed.map(PendingSubmission::submission)
        .orElseGet(() -> form.takeFrom(execution));
    Agent agent = agents.submitting(handed);
    if (!agent.hasOneOf(lifecycle.roles())) {
      throw new NotPermittedException(agent, lifecycle.action(), lifecycle.roles());
    }
    Fields fields = check.check(form, submission.fields(), siteTime.of(submission.fields()));
    Channel channel = submission.channel() == null ? Channel.CALL_IN : submission.channel();
    String spokeTo = Optional.ofNullable(SubmissionCheck.spokeTo(submission, fields))
        .or(() -> fields.text("contactName")).orElse(null);
    log.begin(key, lifecycle.action(), new Performer(agent, channel, spokeTo), fields);
    return fields;
  }
}
