package org.jobline.desk.presence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrderReaderRepository {

  private final JdbcClient jdbc;

  OrderReaderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param name what colleagues call them */
  record Reader(String agent, String name, Instant seenAt) {}

  /** Those who have had the order open since then. */
  List<Reader> of(String order, Instant since) {
    return jdbc.sql("""
        select r.agent, coalesce(nullif(trim(concat_ws(' ', u.first_, u.last_)), ''), r.agent) as name, r.seen_at
        from order_reader r left join act_id_user u on u.id_ = r.agent
        where r.order_number = ? and r.seen_at > ? order by name, r.agent""")
        .params(order, Timestamp.from(since))
        .query((row, index) -> new Reader(
            row.getString("agent"), row.getString("name"), row.getTimestamp("seen_at").toInstant()))
        .list();
  }

  /** Does nothing when there is no such order. */
  void seen(String agent, String order, Instant at) {
    jdbc.sql("""
        insert into order_reader (agent, order_number, seen_at) select ?, number, ? from orders where number = ?
        on conflict (agent, order_number) do update set seen_at = greatest(order_reader.seen_at, excluded.seen_at)""")
        .params(agent, Timestamp.from(at), order).update();
  }

  void forget(String agent, Instant seenBefore) {
    // another page of the agent may be noted just now: were it waited for, the two might wait for each other
    jdbc.sql("""
        delete from order_reader where (agent, order_number) in (
          select agent, order_number from order_reader where agent = ? and seen_at < ? for update skip locked)""")
        .params(agent, Timestamp.from(seenBefore)).update();
  }

  void forget(String agent) {
    jdbc.sql("delete from order_reader where agent = ?").param(agent).update();
  }
}
