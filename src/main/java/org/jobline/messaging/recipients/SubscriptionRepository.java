package org.jobline.messaging.recipients;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jobline.messaging.notification.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubscriptionRepository {

  private final JdbcClient jdbc;

  SubscriptionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of the contacts of a site, by what they are told of. */
  List<Subscriber> at(String site) {
    return jdbc.sql("""
        select t.code, t.name as type, c.name, s.channel, c.email, c.phone, c.language
        from subscription s join contact c on c.id = s.contact join notification_type t on t.code = s.notification_type
        where c.site = ? order by t.name, c.id""")
        .param(site)
        .query((row, index) -> new Subscriber(row.getString("code"), row.getString("type"), row.getString("name"),
            Channel.of(row.getString("channel")), row.getString("email"), row.getString("phone"),
            row.getString("language")))
        .list();
  }

  List<String> active(String orderNumber) {
    return jdbc.sql("select notification_type from active_notification where order_number = ? order by since")
        .param(orderNumber).query(String.class).list();
  }

  void activate(String orderNumber, String type, String message, Instant since) {
    jdbc.sql("insert into active_notification values (?, ?, ?, ?)")
        .params(orderNumber, type, message, Timestamp.from(since)).update();
  }

  void reset(String orderNumber, String type) {
    jdbc.sql("delete from active_notification where order_number = ? and notification_type = ?")
        .params(orderNumber, type).update();
  }
}
