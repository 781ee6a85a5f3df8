package org.jobline.sla;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BreachRepository {

  private final JdbcClient jdbc;

  BreachRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those nobody was told of yet, of open orders whose clock runs; longest passed first. */
  List<Breach> untold(Instant now, int most) {
    return jdbc.sql("""
        select c.order_number, c.id, passed.target, passed.due
        from order_target t join sla_clock c on c.id = t.clock
          cross join lateral (values
            ('RESPOND', c.respond_due, coalesce(c.responded_at, c.temporarily_fixed_at, c.fixed_at)),
            ('TEMPORARY_FIX', c.temporary_fix_due, coalesce(c.temporarily_fixed_at, c.fixed_at)),
            ('FIX', c.fix_due, c.fixed_at)) as passed (target, due, reached)
        where t.open and t.running and t.breached_at < :now and passed.due < :now and passed.reached is null
          and not exists (select from sla_breach told where told.clock = c.id and told.target = passed.target)
        order by passed.due, c.id limit :most""")
        .param("now", Timestamp.from(now)).param("most", most)
        .query((row, n) -> new Breach(new OrderNumber(row.getString("order_number")), row.getLong("id"),
            TargetKind.valueOf(row.getString("target")), row.getTimestamp("due").toInstant()))
        .list();
  }

  /** @return false when that was noted already */
  boolean noteTold(Breach breach, Instant at) {
    return jdbc.sql("insert into sla_breach (clock, target, told_at) values (?, ?, ?) on conflict do nothing")
        .params(breach.clock(), breach.target().name(), Timestamp.from(at)).update() > 0;
  }
}
