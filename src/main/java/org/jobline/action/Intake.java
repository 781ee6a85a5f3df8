package org.jobline.action;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logs orders, by starting the lifecycle of their type with its start form. */
@Service
public class Intake {

  private final DeployedLifecycles lifecycles;
  private final Forms forms;
  private final RuntimeService runtime;
  private final PendingSubmissions pending;
  private final CurrentAction current;
  private final ActionLog log;
  private final SystemAuthentication system;

  Intake(
      DeployedLifecycles lifecycles, Forms forms, RuntimeService runtime, PendingSubmissions pending,
      CurrentAction current, ActionLog log, SystemAuthentication system) {
    this.lifecycles = lifecycles;
    this.forms = forms;
    this.runtime = runtime;
    this.pending = pending;
    this.current = current;
    this.log = log;
    this.system = system;
  }

  /** Whether the form its orders are logged by has all these fields. */
  public boolean asksFor(Lifecycle lifecycle, Set<String> fields) {
    FormDefinition form = system.call(() -> forms.of(
        lifecycles.newestDefinition(lifecycle.type()), "forms/" + lifecycle.form() + ".form"));
    return form.fields().stream().map(FormField::key).collect(Collectors.toSet()).containsAll(fields);
  }

  /**
   * @throws InvalidFieldsException when the start form or a rule of the domain refuses a field
   * @throws NotPermittedException when the agent's groups may not log orders
   */
  @Transactional
  public OrderNumber log(Agent agent, OrderType type, Submission submission) {
    ActionKey form = new ActionKey(lifecycles.newest(type).form());
    return system.call(() -> pending.with(
        new PendingSubmission(form, null, agent, submission, true),
        () -> {
          runtime.startProcessInstanceByKey(type.lifecycle());
          OrderNumber number = current.get().map(ActionInProgress::order).orElseThrow().number();
          log.record();
          return number;
        }));
  }
}
