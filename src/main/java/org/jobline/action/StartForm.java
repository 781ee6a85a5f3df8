package org.jobline.action;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/** The form a lifecycle is started with: the same checks as for a user task, before there is an order. */
@Component
public class StartForm {

  private static final Set<String> LOGGERS = Set.of("helpdesk", "admin");

  private final Forms forms;
  private final SubmissionCheck check;
  private final SiteTime siteTime;
  private final Performing performing;
  private final Agents agents;
  private final Clock clock;

  StartForm(
      Forms forms, SubmissionCheck check, SiteTime siteTime, Performing performing, Agents agents,
      Clock clock) {
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
   * @param label what the timeline calls it
   * @throws org.jobline.problem.InvalidFields when the form does not allow it
   */
  public Fields begin(DelegateExecution execution, String label) {
    ActionKey key = new ActionKey(formOf(execution));
    Optional<Performing.Announcement> announcement = performing.take(key);
    FormDefinition form = forms.of(execution.getProcessDefinitionId(), "forms/" + key + ".form");
    Submission submission = announcement.map(Performing.Announcement::submission)
        .orElseGet(() -> Submission.of(takeSubmitted(execution, form)));
    Agent agent = announcement.map(Performing.Announcement::agent).orElseGet(agents::authenticated);
    if (!agent.hasOneOf(LOGGERS)) {
      throw new NotPermitted(agent, label, LOGGERS);
    }
    Fields fields = check.check(form, submission.fields(), siteTime.of(submission.fields()));
    Channel channel = submission.channel() == null ? Channel.CALL_IN : submission.channel();
    String spokeTo = Optional.ofNullable(SubmissionCheck.spokeTo(submission, fields))
        .or(() -> fields.text("contactName")).orElse(null);
    performing.begin(new ActionInProgress(key, label, false, agent, channel, spokeTo, fields, clock.instant()));
    return fields;
  }

  private static String formOf(DelegateExecution execution) {
    return execution.getBpmnModelInstance().getModelElementsByType(StartEvent.class).stream()
        .map(StartEvent::getCamundaFormRef)
        .filter(form -> form != null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            execution.getProcessDefinitionId() + " logs an order but its start event has no form"));
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
