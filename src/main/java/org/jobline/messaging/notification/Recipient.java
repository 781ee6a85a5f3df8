package org.jobline.messaging.notification;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Somebody who is told something.
 *
 * @param address empty: there is no way to tell him, which is no error
 * @param language of the message, such as {@code en}
 * @param zone what times in the message are shown in
 */
public record Recipient(String name, Optional<String> address, String language, ZoneId zone) {}
