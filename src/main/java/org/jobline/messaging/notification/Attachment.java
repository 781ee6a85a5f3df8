package org.jobline.messaging.notification;

import org.springframework.core.io.InputStreamSource;

/** A file that goes with a message. */
public record Attachment(String fileName, String mediaType, InputStreamSource content) {}
