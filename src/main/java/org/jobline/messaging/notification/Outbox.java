package org.jobline.messaging.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends what was queued, once. */
@Service
class Outbox {

  private final NotificationRepository repository;
  private final Map<Channel, MessageSender> senders;
  private final FailedAttempts failedAttempts;
  private final Clock clock;

  Outbox(NotificationRepository repository, List<MessageSender> senders, FailedAttempts failedAttempts, Clock clock) {
    this.repository = repository;
    this.senders = senders.stream().collect(Collectors.toMap(MessageSender::channel, Function.identity()));
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
      Objects.requireNonNull(senders.get(notification.channel()), "Nothing sends on this channel").send(notification);
    } catch (RuntimeException e) {
      failedAttempts.remember(id, e);
      throw e;
    }
    repository.sent(id, clock.instant());
  }
}
