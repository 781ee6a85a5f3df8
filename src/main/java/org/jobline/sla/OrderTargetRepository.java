package org.jobline.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row an order: what is due of it next. Lists of orders sort and filter by these rows. */
@Repository
class OrderTargetRepository {

  private final JdbcClient jdbc;

  OrderTargetRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<OrderTargets> find(String order) {
    return jdbc.sql("select * from order_target where order_number = ?").param(order)
        .query(OrderTargetRepository::targets).optional();
  }

  List<OrderTargets> find(Collection<String> orders) {
    return jdbc.sql("select * from order_target where order_number = any(?)").param(orders.toArray(String[]::new))
        .query(OrderTargetRepository::targets).list();
  }

  /** @return whether anything differs from what was there */
  boolean write(OrderTargets targets) {
    NextTarget next = targets.next();
    return jdbc.sql("""
        insert into order_target as kept (order_number, urgency, open, clock, running, around_the_clock, next_target,
          next_due, next_warning, respond_due, fix_due, breached_at)
        values (:order, :urgency, :open, :clock, :running, :aroundTheClock, :kind, :due, :warning, :respondDue, :fixDue,
          :breachedAt)
        on conflict (order_number) do update set urgency = excluded.urgency, open = excluded.open,
          clock = excluded.clock, running = excluded.running, around_the_clock = excluded.around_the_clock,
          next_target = excluded.next_target, next_due = excluded.next_due, next_warning = excluded.next_warning,
          respond_due = excluded.respond_due, fix_due = excluded.fix_due, breached_at = excluded.breached_at
        where kept is distinct from excluded""")
        .param("order", targets.orderNumber()).param("urgency", targets.urgency()).param("open", targets.open())
        .param("clock", targets.clock()).param("running", targets.running())
        .param("aroundTheClock", targets.aroundTheClock())
        .param("kind", next == null ? null : next.kind().name())
        .param("due", next == null ? null : time(next.due()))
        .param("warning", next == null ? null : time(next.warning()))
        .param("respondDue", time(targets.respondDue())).param("fixDue", time(targets.fixDue()))
        .param("breachedAt", time(targets.breachedAt()))
        .update() > 0;
  }

  private static OrderTargets targets(ResultSet row, int index) throws SQLException {
    String kind = row.getString("next_target");
    NextTarget next = kind == null ? null
        : new NextTarget(TargetKind.valueOf(kind), row.getObject("next_due", OffsetDateTime.class).toInstant(),
            row.getObject("next_warning", OffsetDateTime.class).toInstant());
    return new OrderTargets(
        row.getString("order_number"), row.getInt("urgency"), row.getBoolean("open"),
        row.getObject("clock", Long.class), row.getBoolean("running"), row.getBoolean("around_the_clock"), next,
        instant(row, "respond_due"), instant(row, "fix_due"), instant(row, "breached_at"));
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
