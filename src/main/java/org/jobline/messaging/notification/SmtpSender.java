package org.jobline.messaging.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends by SMTP, under the message's own Message-ID. */
@Component
class SmtpSender implements MessageSender {

  private final JavaMailSenderImpl smtp;
  private final MailProperties properties;
  private final AttachmentRepository attachments;

  SmtpSender(JavaMailSenderImpl smtp, MailProperties properties, AttachmentRepository attachments) {
    this.smtp = smtp;
    this.properties = properties;
    this.attachments = attachments;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public void send(Notification notification) {
    try {
      MimeMessage message = new MessageWithId(smtp.getSession(), notification.messageId());
      MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
      helper.setFrom(properties.from());
      helper.setReplyTo(properties.replyTo());
      helper.setTo(notification.address());
      helper.setSubject(notification.subject());
      helper.setText(notification.bodyText(), notification.bodyHtml());
      for (Attachment attachment : attachments.of(notification.id())) {
        helper.addAttachment(attachment.fileName(), attachment.content(), attachment.mediaType());
      }
      smtp.send(message);
    } catch (MessagingException e) {
      throw new MailPreparationException("The message to " + notification.address() + " cannot be made", e);
    }
  }

  private static final class MessageWithId extends MimeMessage {

    private final String id;

    MessageWithId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
