package org.jobline.messaging.notification;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param url where the gateway takes messages; null: text messages are not sent
 * @param token what we show the gateway, null when it asks for none
 * @param from what recipients see as the sender
 */
@ConfigurationProperties("jobline.sms")
record SmsProperties(@Nullable URI url, @Nullable String token, @DefaultValue("Jobline") String from) {

  boolean isConfigured() {
    return url != null;
  }
}
