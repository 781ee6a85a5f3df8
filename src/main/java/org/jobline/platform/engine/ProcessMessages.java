package org.jobline.platform.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the processes of an order what has happened. A message that must be heard does not get lost silently. */
@Component
public class ProcessMessages {

  private final RuntimeService runtime;

  ProcessMessages(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** @throws IllegalStateException when no process of the order waits for it */
  public void send(ProcessMessage message, String orderNumber) {
    tell(message.messageName(), orderNumber);
  }

  /**
   * What a diagram says, by its own name for it.
   *
   * @throws IllegalStateException when no process of the order waits for it
   */
  void tell(String message, String orderNumber) {
    if (!isHeard(message, orderNumber)) {
      throw unheard(message, orderNumber);
    }
  }

  /**
   * Tells what an order waits for only in one status.
   *
   * @param lifecycle key of the process of which the waiting one is a part; when it has ended nobody need hear
   * @param status of the order, numbered as in the diagrams of all types
   * @throws IllegalStateException when no process of the order waits for it, in the status in which one must
   */
  public void send(ProcessMessage message, String orderNumber, String lifecycle, String status) {
    boolean mustBeHeard = message.onlyIn().isEmpty() || message.onlyIn().get().equals(status);
    if (!isHeard(message.messageName(), orderNumber) && mustBeHeard && isRunning(lifecycle, orderNumber)) {
      throw unheard(message.messageName(), orderNumber);
    }
  }

  /**
   * Starts the row of an action sheet that begins with the message.
   *
   * @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException when no diagram begins with it
   */
  public void start(ProcessMessage message, String orderNumber, Map<String, Object> variables) {
    runtime.createMessageCorrelation(message.messageName())
        .processInstanceBusinessKey(orderNumber)
        .setVariables(variables)
        .correlateStartMessage();
  }

  private boolean isHeard(String message, String orderNumber) {
    return !runtime.createMessageCorrelation(message)
        .processInstanceBusinessKey(orderNumber)
        .correlateAllWithResult()
        .isEmpty();
  }

  private boolean isRunning(String process, String orderNumber) {
    return runtime.createProcessInstanceQuery()
        .processDefinitionKey(process).processInstanceBusinessKey(orderNumber).count() > 0;
  }

  private static IllegalStateException unheard(String message, String orderNumber) {
    return new IllegalStateException("Nothing in the diagrams of order " + orderNumber + " waits for the message \""
        + message + "\", though it must in this status");
  }
}
