package org.jobline.messaging.notification;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** Sends what leaves the house. No action is in progress here: the engine sends when it can, and again until it has. */
@StepsOf("actions/notification.bpmn")
class NotificationSteps {

  static final String PROCESS = "notification";

  private final Outbox outbox;

  NotificationSteps(Outbox outbox) {
    this.outbox = outbox;
  }

  @Bean
  JavaDelegate sendTheMessageDelegate() {
    return execution -> outbox.send(UUID.fromString((String) execution.getVariable(NotificationService.ID)));
  }
}
