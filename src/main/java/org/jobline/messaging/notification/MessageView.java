package org.jobline.messaging.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as agents read it.
 *
 * @param text what it says, as plain text; null when that is no longer kept
 * @param attachments the names of the files that go with it
 */
record MessageView(
    UUID id, String channel, String template, String recipient, String address, String subject, @Nullable String text,
    List<String> attachments, String state, Instant createdAt, @Nullable Instant sentAt) {}
