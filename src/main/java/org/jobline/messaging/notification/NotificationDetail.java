package org.jobline.messaging.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was told what, as clients see it. */
@Component
class NotificationDetail implements OrderDetail<NotificationDetail.NotificationPart> {

  private final NotificationRepository repository;

  NotificationDetail(NotificationRepository repository) {
    this.repository = repository;
  }

  record NotificationPart(List<NotificationView> notifications) {}

  record NotificationView(
      UUID id, String channel, String template, @Nullable String recipient, String address, @Nullable String subject,
      String state, @Nullable Instant sentAt) {}

  @Override
  public NotificationPart of(Order order) {
    return new NotificationPart(repository.of(order.number().value()).stream()
        .map(sent -> new NotificationView(sent.id(), sent.channel().label(), sent.template(), sent.recipientName(),
            sent.address(), sent.subject(), sent.state(), sent.sentAt()))
        .toList());
  }
}
