package org.jobline.notification;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task "Send the message". */
@Component
class SendTheMessageDelegate implements JavaDelegate {

  private final Outbox outbox;

  SendTheMessageDelegate(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void execute(DelegateExecution execution) {
    outbox.send(UUID.fromString((String) execution.getVariable(Notifications.ID)));
  }
}
