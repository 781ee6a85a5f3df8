package org.jobline.messaging.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param messageId the same at every attempt
 * @param sentAt null while it waits
 */
record Notification(
    UUID id,
    String orderNumber,
    Channel channel,
    String template,
    String recipientName,
    String address,
    String subject,
    String bodyText,
    String bodyHtml,
    String messageId,
    String state,
    @Nullable Instant sentAt) {

  boolean isSent() {
    return sentAt != null;
  }
}
