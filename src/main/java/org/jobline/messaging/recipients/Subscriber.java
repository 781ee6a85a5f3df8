package org.jobline.messaging.recipients;

import java.util.Optional;
import org.jobline.messaging.notification.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the building who wants to be told of something.
 *
 * @param type name of what he is told of
 */
record Subscriber(
    String typeCode, String type, String name, Channel channel, @Nullable String email, @Nullable String phone,
    String language) {

  Optional<String> address() {
    return Optional.ofNullable(channel == Channel.SMS ? phone : email);
  }

  /** As the desk sees it beforehand: "SMS to Hannah +44 1632 960101". */
  String words() {
    return channel.label() + " to " + name + " " + address().orElse("(no address)");
  }
}
