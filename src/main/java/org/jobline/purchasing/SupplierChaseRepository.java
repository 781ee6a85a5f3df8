package org.jobline.purchasing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the desk has to chase suppliers, and last did, by order and reason. */
@Repository
class SupplierChaseRepository {

  private final JdbcClient jdbc;

  SupplierChaseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param due null while there is nothing to wait for, or the desk is just being told
   * @param last when the desk was last told; null when it never was
   */
  record Row(@Nullable Instant due, @Nullable Instant last) {}

  /** A chase that is due. */
  record Due(OrderNumber order, ChaseReason reason) {}

  /** What was never due may be missing. */
  Map<ChaseReason, Row> of(OrderNumber order) {
    Map<ChaseReason, Row> rows = new EnumMap<>(ChaseReason.class);
    jdbc.sql("select reason, due_at, chased_at from supplier_chase where order_number = ?").param(order.value())
        .query(row -> {
          rows.put(ChaseReason.valueOf(row.getString("reason")),
              new Row(instant(row.getTimestamp("due_at")), instant(row.getTimestamp("chased_at"))));
        });
    return rows;
  }

  void plan(OrderNumber order, ChaseReason reason, @Nullable Instant due) {
    jdbc.sql("""
        insert into supplier_chase (order_number, reason, due_at) values (?, ?, ?)
        on conflict (order_number, reason) do update set due_at = excluded.due_at""")
        .params(order.value(), reason.name(), timestamp(due)).update();
  }

  void chased(OrderNumber order, ChaseReason reason, Instant at) {
    jdbc.sql("update supplier_chase set chased_at = ? where order_number = ? and reason = ?")
        .params(timestamp(at), order.value(), reason.name()).update();
  }

  /** Takes those that are due of orders nobody has to authorise, longest due first; nobody else is given them again. */
  List<Due> takeDue(Instant now, int most) {
    return jdbc.sql("""
        update supplier_chase set due_at = null
        where (order_number, reason) in (
          select c.order_number, c.reason from supplier_chase c join orders o on o.number = c.order_number
          where c.due_at <= :now and o.lock_profile is null
          order by c.due_at, c.order_number limit :most for update of c skip locked)
        returning order_number, reason""")
        .param("now", timestamp(now)).param("most", most)
        .query((row, index) -> new Due(
            new OrderNumber(row.getString("order_number")), ChaseReason.valueOf(row.getString("reason"))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
