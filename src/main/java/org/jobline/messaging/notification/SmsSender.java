package org.jobline.messaging.notification;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Hands text messages to an HTTP gateway: {@code POST {id, from, to, text}}. The id goes along as idempotency key, so
 * that a gateway which answered too late does not send twice.
 */
@Component
class SmsSender implements MessageSender {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(10);

  private final SmsProperties properties;
  private final RestClient gateway;

  SmsSender(SmsProperties properties) {
    this.properties = properties;
    this.gateway = RestClient.builder()
        .requestFactory(ClientHttpRequestFactoryBuilder.jdk().build(
            ClientHttpRequestFactorySettings.defaults().withConnectTimeout(CONNECT).withReadTimeout(READ)))
        .build();
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public void send(Notification notification) {
    gateway.post()
        .uri(properties.url())
        .contentType(MediaType.APPLICATION_JSON)
        .headers(headers -> authorise(headers, notification))
        .body(Map.of(
            "id", notification.id().toString(),
            "from", properties.from(),
            "to", notification.address(),
            "text", notification.bodyText()))
        .retrieve()
        .toBodilessEntity();
  }

  private void authorise(HttpHeaders headers, Notification notification) {
    headers.set("Idempotency-Key", notification.id().toString());
    if (properties.token() != null) {
      headers.setBearerAuth(properties.token());
    }
  }
}
