package org.jobline.messaging.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.NotFoundException;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What messages about an order say. */
@RestController
@RequestMapping(path = "/api/work-orders/{number}/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Messages")
class NotificationController {

  private final NotificationRepository notifications;

  NotificationController(NotificationRepository notifications) {
    this.notifications = notifications;
  }

  @GetMapping("/{id}")
  @Transactional(readOnly = true)
  @Operation(operationId = "getNotification", summary = "What a message says that was sent or is waiting to be sent")
  MessageView message(@PathVariable OrderNumber number, @PathVariable UUID id) {
    return notifications.message(number.value(), id)
        .orElseThrow(() -> new NotFoundException("message", id + " on " + number));
  }
}
