package org.jobline.notification;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends what was queued, once. */
@Service
class Outbox {

  private final NotificationRepository repository;
  private final MessageSender sender;
  private final FailedAttempts failedAttempts;
  private final Clock clock;

  Outbox(NotificationRepository repository, MessageSender sender, FailedAttempts failedAttempts, Clock clock) {
    this.repository = repository;
    this.sender = sender;
    this.failedAttempts = failedAttempts;
    this.clock = clock;
  }

  /**
   * Sends the message unless that was done already.
   *
   * @throws RuntimeException when it was not accepted; the engine tries again, then raises an incident
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void send(UUID id) {
    Notification notification = repository.lock(id).orElseThrow(() ->
        new IllegalStateException("There is no notification " + id));
    if (notification.isSent()) {
      return;
    }
    try {
      sender.send(notification);
    } catch (RuntimeException e) {
      failedAttempts.remember(id, e);
      throw e;
    }
    repository.sent(id, clock.instant());
  }
}
