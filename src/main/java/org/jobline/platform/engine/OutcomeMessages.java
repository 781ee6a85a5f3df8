package org.jobline.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * An action that ends with a message tells the order's other processes, in the same transaction, how it went on: the
 * stage the order is in, or its lifecycle, decides what follows.
 */
@Component("outcomeMessages")
class OutcomeMessages implements ExecutionListener {

  private final ProcessMessages messages;
  private final SystemAuthentication system;

  OutcomeMessages(ProcessMessages messages, @Lazy SystemAuthentication system) {
    this.messages = messages;
    this.system = system;
  }

  /** @throws IllegalStateException when no process of the order waits for the message */
  @Override
  public void notify(DelegateExecution execution) {
    system.call(() -> {
      messages.tell(message(execution), execution.getProcessBusinessKey());
      return null;
    });
  }

  private static String message(DelegateExecution execution) {
    return ((EndEvent) execution.getBpmnModelElementInstance()).getEventDefinitions().stream()
        .filter(MessageEventDefinition.class::isInstance)
        .map(definition -> ((MessageEventDefinition) definition).getMessage().getName())
        .findFirst().orElseThrow();
  }
}
