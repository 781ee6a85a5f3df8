package org.jobline.messaging.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NotificationRepository {

  private static final String SELECT = "select id, order_number, channel, template, recipient_name, address, subject, body_text,"
      + " body_html, message_id, state, sent_at from notification ";
  private static final RowMapper<Notification> ROW = (row, index) -> {
    Timestamp sentAt = row.getTimestamp("sent_at");
    return new Notification(row.getObject("id", UUID.class), row.getString("order_number"),
        Channel.of(row.getString("channel")), row.getString("template"), row.getString("recipient_name"),
        row.getString("address"), row.getString("subject"), row.getString("body_text"), row.getString("body_html"),
        row.getString("message_id"), row.getString("state"),
        sentAt == null ? null : sentAt.toInstant());
  };

  private final JdbcClient jdbc;

  NotificationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return false when somebody at this address is told of this cause already */
  boolean insert(Notification notification, String cause, Instant at) {
    return jdbc.sql("""
        insert into notification (id, order_number, channel, template, cause, recipient_name, address, subject, body_text,
          body_html, message_id, created_at)
        values (?,?,?,?,?,?,?,?,?,?,?,?) on conflict (order_number, cause, template, address) do nothing""")
        .params(notification.id(), notification.orderNumber(), notification.channel().label(), notification.template(), cause,
            notification.recipientName(), notification.address(), notification.subject(), notification.bodyText(),
            notification.bodyHtml(), notification.messageId(), Timestamp.from(at))
        .update() > 0;
  }

  Optional<Notification> lock(UUID id) {
    return jdbc.sql(SELECT + "where id = ? for update").param(id).query(ROW).optional();
  }

  List<Notification> of(String orderNumber) {
    return jdbc.sql(SELECT + "where order_number = ? order by created_at, id").param(orderNumber).query(ROW).list();
  }

  /** Empty when the order has no such message. */
  Optional<MessageView> message(String orderNumber, UUID id) {
    List<String> attachments = jdbc.sql("""
        select file_name from notification_attachment where notification = ? order by position""")
        .param(id).query(String.class).list();
    return jdbc.sql("""
        select channel, template, recipient_name, address, subject, nullif(body_text, '') as text, state, created_at,
          sent_at
        from notification where order_number = ? and id = ?""")
        .params(orderNumber, id)
        .query((row, index) -> {
          Timestamp sentAt = row.getTimestamp("sent_at");
          return new MessageView(id, row.getString("channel"), row.getString("template"),
              row.getString("recipient_name"), row.getString("address"), row.getString("subject"),
              row.getString("text"), attachments, row.getString("state"),
              row.getTimestamp("created_at").toInstant(), sentAt == null ? null : sentAt.toInstant());
        }).optional();
  }

  void sent(UUID id, Instant at) {
    jdbc.sql("""
        update notification set state = 'sent', sent_at = ?, attempts = attempts + 1, last_error = null where id = ?""")
        .params(Timestamp.from(at), id).update();
  }

  /** Does nothing when another node has sent it meanwhile. */
  void failed(UUID id, String error) {
    jdbc.sql("update notification set attempts = attempts + 1, last_error = ? where id = ? and state = 'queued'")
        .params(error, id).update();
  }

  void emptySentBefore(Instant limit) {
    jdbc.sql("""
        update notification set subject = '[no longer kept]', body_text = '', body_html = ''
        where sent_at < ? and body_text <> ''""").param(Timestamp.from(limit)).update();
  }
}
