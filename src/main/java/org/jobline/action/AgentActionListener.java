package org.jobline.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.ChangedFields;
import org.jobline.platform.error.ChangedMeanwhile;
import org.springframework.stereotype.Component;

/**
 * The one guard every action passes, whether it comes by our API, Tasklist or the engine's: it hangs on every user task
 * of every diagram.
 */
@Component("agentAction")
class AgentActionListener implements TaskListener {

  private static final String CHANNEL = "channel";
  /** The order's last event when the task was made, and with it what its form shows. */
  private static final String OPENED_ON = "openedOn";

  private final Diagrams diagrams;
  private final Guard guard;
  private final SubmissionCheck check;
  private final Performing performing;
  private final Orders orders;
  private final PickLists pickLists;
  private final Forms forms;
  private final FormValues formValues;
  private final List<TaskAppearance> appearances;
  private final Agents agents;
  private final ToldChanges told;

  AgentActionListener(
      Diagrams diagrams, Guard guard, SubmissionCheck check, Performing performing, Orders orders,
      PickLists pickLists, Forms forms, FormValues formValues, List<TaskAppearance> appearances, Agents agents,
      ToldChanges told) {
    this.diagrams = diagrams;
    this.guard = guard;
    this.check = check;
    this.performing = performing;
    this.orders = orders;
    this.pickLists = pickLists;
    this.forms = forms;
    this.formValues = formValues;
    this.appearances = appearances;
    this.agents = agents;
    this.told = told;
  }

  @Override
  public void notify(DelegateTask task) {
    diagrams.requireReadable(task.getProcessDefinitionId());
    Optional<ActionDefinition> action = diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    if (action.isEmpty()) {
      refuseOnOrders(task);
      return;
    }
    if (task.getExecution() == null) {
      throw new ChangedMeanwhile(new IllegalStateException("Task " + task.getId() + " was found but has ended since"));
    }
    Order order = orders.lock(new OrderNumber(task.getExecution().getProcessBusinessKey()));
    if (task.getEventName().equals(EVENTNAME_CREATE)) {
      created(task, action.get(), order);
    } else {
      completed(task, action.get(), order);
    }
  }

  /** What moves an order without being an action would leave no event. */
  private static void refuseOnOrders(DelegateTask task) {
    if (task.getEventName().equals(EVENTNAME_COMPLETE) && task.getExecution() != null
        && OrderNumber.isOne(task.getExecution().getProcessBusinessKey())) {
      throw DiagramFault.noAction(task.getTaskDefinitionKey(), task.getProcessDefinitionId());
    }
  }

  private void created(DelegateTask task, ActionDefinition action, Order order) {
    Optional<Performing.Announcement> announcement =
        performing.announced().filter(candidate -> action.key().equals(candidate.key()));
    if (!action.isPrompt()) {
      Agent agent = announcement.map(Performing.Announcement::agent).orElseGet(agents::authenticated);
      guard.check(action, order, agent);
      if (announcement.filter(Performing.Announcement::atOnce).isPresent()) {
        task.complete();
        return;
      }
      task.setAssignee(agent.name());
      announcement.map(Performing.Announcement::submission)
          .map(Submission::channel)
          .ifPresent(channel -> task.setVariableLocal(CHANNEL, channel.name()));
    }
    appearances.forEach(appearance -> appearance.dress(task, order));
    forms.of(action).fields().stream()
        .filter(field -> field.isSelectFromPickList())
        .map(FormField::pickList)
        .forEach(list -> task.setVariableLocal(list, pickLists.asJson(list, order)));
    formValues.of(action, order).forEach(task::setVariableLocal);
    if (forms.of(action).fields().stream().anyMatch(field -> field.overwrites() != null)) {
      task.setVariableLocal(OPENED_ON, performing.lastEventOf(order));
    }
  }

  private void completed(DelegateTask task, ActionDefinition action, Order order) {
    Optional<Performing.Announcement> announcement = performing.take(action.key());
    Agent agent = announcement.map(Performing.Announcement::agent).orElseGet(agents::authenticated);
    guard.check(action, order, agent);
    boolean isByApi = announcement.filter(Performing.Announcement::isByApi).isPresent();
    Submission submitted = announcement.map(Performing.Announcement::submission)
        .orElseGet(() -> Submission.of(takeSubmitted(task, action)));
    Submission submission = isByApi ? submitted : ofForm(task, submitted);
    Channel channel = Optional.ofNullable(submission.channel())
        .or(() -> Optional.ofNullable((String) task.getVariableLocal(CHANNEL)).map(Channel::valueOf))
        .orElseGet(() -> action.menus().stream().findFirst().orElse(Channel.AGENT));
    try {
      performing.begin(check.check(action, order, agent, channel, submission,
          () -> isByApi ? 0 : told.lastEvent(task.getId(), agent.name())).on(order));
    } catch (ChangedFields e) {
      if (!isByApi) {
        told.remember(task.getId(), agent.name(), order.nextEvent() - 1);
      }
      throw e;
    }
  }

  /** What comes by the form of a task was typed over what the form showed. */
  private static Submission ofForm(DelegateTask task, Submission submission) {
    Integer openedOn = (Integer) task.getVariableLocal(OPENED_ON);
    return openedOn == null ? submission : submission.openedOn(openedOn);
  }

  /**
   * What a client of the engine's own API submitted as variables: taken off the process, since the fields belong to the
   * action.
   */
  private Map<String, Object> takeSubmitted(DelegateTask task, ActionDefinition action) {
    Map<String, Object> submitted = new LinkedHashMap<>();
    // not the task's own variables: they are what the form showed
    DelegateExecution execution = task.getExecution();
    for (FormField field : forms.of(action).fields()) {
      if (execution.hasVariable(field.key())) {
        submitted.put(field.key(), execution.getVariable(field.key()));
        execution.removeVariable(field.key());
      }
    }
    return submitted;
  }
}
