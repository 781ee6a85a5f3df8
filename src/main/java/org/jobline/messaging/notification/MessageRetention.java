package org.jobline.messaging.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what messages said after some time. That they were sent, when and to whom, stays. */
@Component
class MessageRetention {

  private final NotificationRepository notifications;
  private final AttachmentRepository attachments;
  private final Clock clock;
  private final Duration kept;

  MessageRetention(
      NotificationRepository notifications, AttachmentRepository attachments, Clock clock,
      @Value("${jobline.retention.messages:730d}") Duration kept) {
    this.notifications = notifications;
    this.attachments = attachments;
    this.clock = clock;
    this.kept = kept;
  }

  @Scheduled(cron = "0 45 3 * * *")
  @Transactional
  public void forgetOld() {
    Instant limit = clock.instant().minus(kept);
    attachments.removeSentBefore(limit);
    notifications.emptySentBefore(limit);
  }
}
