package org.jobline.action;

import org.camunda.bpm.engine.RuntimeService;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.platform.engine.AsSystem;
import org.jobline.platform.error.InvalidFields;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Logs orders, by starting the lifecycle of their type with its start form. */
@Service
public class Intake {

  private final DeployedLifecycles lifecycles;
  private final RuntimeService runtime;
  private final Performing performing;
  private final AsSystem asSystem;

  Intake(DeployedLifecycles lifecycles, RuntimeService runtime, Performing performing, AsSystem asSystem) {
    this.lifecycles = lifecycles;
    this.runtime = runtime;
    this.performing = performing;
    this.asSystem = asSystem;
  }

  /**
   * @throws InvalidFields when the start form or a rule of the domain refuses a field
   * @throws NotPermitted when the agent's groups may not log orders
   */
  @Transactional
  public OrderNumber log(Agent agent, OrderType type, Submission submission) {
    ActionKey form = new ActionKey(lifecycles.newest(type).form());
    return asSystem.call(() -> performing.announcing(
        new Performing.Announcement(form, agent, submission, true),
        () -> {
          runtime.startProcessInstanceByKey(type.lifecycle());
          OrderNumber number = performing.current().map(ActionInProgress::order).orElseThrow().number();
          performing.record();
          return number;
        }));
  }
}
