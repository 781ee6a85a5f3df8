package org.jobline.action;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private final Performing performing;
  private final Agents agents;
  private final Clock clock;

  StartForm(
      DeployedLifecycles lifecycles, Forms forms, SubmissionCheck check, SiteTime siteTime, Performing performing,
      Agents agents, Clock clock) {
    this.lifecycles = lifecycles;
    this.forms = forms;
    this.check = check;
    this.siteTime = siteTime;
    this.performing = performing;
    this.agents = agents;
    this.clock = clock;
  }

  /**
   * Begins the action that logs an order, with the fields of the process's start form.
   *
   * @throws org.jobline.platform.error.InvalidFields when the form does not allow it
   */
  public Fields begin(DelegateExecution execution) {
    Lifecycle lifecycle = lifecycles.of(execution.getProcessDefinitionId());
    ActionKey key = new ActionKey(lifecycle.form());
    Optional<Performing.Announcement> announcement = performing.take(key);
    FormDefinition form = forms.of(execution.getProcessDefinitionId(), "forms/" + key + ".form");
    Submission submission = announcement.map(Performing.Announcement::submission)
        .orElseGet(() -> Submission.of(takeSubmitted(execution, form)));
    Agent agent = announcement.map(Performing.Announcement::agent).orElseGet(agents::authenticated);
    if (!agent.hasOneOf(lifecycle.roles())) {
      throw new NotPermitted(agent, lifecycle.action(), lifecycle.roles());
    }
    Fields fields = check.check(form, submission.fields(), siteTime.of(submission.fields()));
    Channel channel = submission.channel() == null ? Channel.CALL_IN : submission.channel();
    String spokeTo = Optional.ofNullable(SubmissionCheck.spokeTo(submission, fields))
        .or(() -> fields.text("contactName")).orElse(null);
    performing.begin(
        new ActionInProgress(key, lifecycle.action(), false, agent, channel, spokeTo, fields, clock.instant()));
    return fields;
  }

  private static Map<String, Object> takeSubmitted(DelegateExecution execution, FormDefinition form) {
    Map<String, Object> submitted = new LinkedHashMap<>();
    for (FormField field : form.fields()) {
      if (execution.hasVariable(field.key())) {
        submitted.put(field.key(), execution.getVariable(field.key()));
        execution.removeVariable(field.key());
      }
    }
    return submitted;
  }
}
