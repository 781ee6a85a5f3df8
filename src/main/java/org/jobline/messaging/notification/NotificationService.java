package org.jobline.messaging.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.order.OrderNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts messages into the outbox. */
@Service
public class NotificationService {

  static final String ID = "notificationId";

  private final NotificationRepository repository;
  private final AttachmentRepository attachments;
  private final Rendering rendering;
  private final SmsProperties sms;
  private final MailProperties mail;
  private final RuntimeService runtime;
  private final Clock clock;

  NotificationService(
      NotificationRepository repository, AttachmentRepository attachments, Rendering rendering, SmsProperties sms,
      MailProperties mail, @Lazy RuntimeService runtime, Clock clock) {
    this.repository = repository;
    this.attachments = attachments;
    this.rendering = rendering;
    this.sms = sms;
    this.mail = mail;
    this.runtime = runtime;
    this.clock = clock;
  }

  /** The mailbox that the desk reads. */
  public String desk() {
    return mail.replyTo();
  }

  /**
   * Queues a message to be sent as soon as the transaction has committed.
   *
   * @param cause what the recipient is told of; he is told once
   * @return false when he has no address
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean queue(Template template, OrderInMail order, Recipient recipient, String cause) {
    return queue(template, order, recipient, cause, "", List.of());
  }

  /**
   * As the other.
   *
   * @param about what the template says beside the facts of the order
   * @param attached files that go with the message
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean queue(
      Template template, OrderInMail order, Recipient recipient, String cause, String about,
      List<Attachment> attached) {
    if (recipient.address().isEmpty()) {
      return false;
    }
    queue(Channel.EMAIL, template, order, recipient, cause, about, attached);
    return true;
  }

  /**
   * Queues an agent's own words, by e-mail or as a text message.
   *
   * @param cause what the recipient is told of; he is told once
   * @return why nothing was queued; empty when it was
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> message(
      Channel channel, String words, OrderInMail order, Recipient recipient, String cause) {
    if (channel == Channel.SMS && !sms.isConfigured()) {
      return Optional.of("no SMS gateway");
    }
    if (recipient.address().isEmpty()) {
      return Optional.of("no address");
    }
    queue(channel, Template.MESSAGE, order, recipient, cause, words, List.of());
    return Optional.empty();
  }

  private void queue(
      Channel channel, Template template, OrderInMail order, Recipient recipient, String cause, String words,
      List<Attachment> attached) {
    Rendering.Message message = rendering.render(template, order, recipient.language(), recipient.zone(), words);
    UUID id = UUID.randomUUID();
    Notification notification = new Notification(id, order.number(), channel, template.file(), recipient.name(),
        recipient.address().orElseThrow(), message.subject(), message.text(), message.html(),
        "<" + id + "@jobline>", "queued", null);
    if (repository.insert(notification, cause, clock.instant())) {
      for (int i = 0; i < attached.size(); i++) {
        attachments.insert(id, i, attached.get(i));
      }
      runtime.startProcessInstanceByKey(
          NotificationSteps.PROCESS, new OrderNumber(order.number()).value(), Map.of(ID, id.toString()));
    }
  }
}
