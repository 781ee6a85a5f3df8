package org.jobline.notification;

import java.time.Instant;
import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Who was told what, as clients see it. */
@Component
class NotificationDetail implements OrderDetail {

  private final NotificationRepository repository;

  NotificationDetail(NotificationRepository repository) {
    this.repository = repository;
  }

  record View(String channel, String template, String recipient, String address, String subject, String state, Instant sentAt) {}

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    description.put("notifications", repository.of(order.number().value()).stream()
        .map(sent -> new View(sent.channel().label(), sent.template(), sent.recipientName(), sent.address(), sent.subject(), sent.state(),
            sent.sentAt()))
        .toList());
  }
}
