package org.jobline.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the desk was told of targets, and when it is to be told more: a row a target and level. */
@Repository
class EscalationRepository {

  /** Targets that are still to be reached, of open orders whose clock runs. */
  private static final String OPEN_TARGETS = """
      from order_target t join sla_clock c on c.id = t.clock and c.order_number = t.order_number
        cross join lateral (values
          ('RESPOND', c.respond_due, c.respond_warning, coalesce(c.responded_at, c.temporarily_fixed_at, c.fixed_at)),
          ('TEMPORARY_FIX', c.temporary_fix_due, c.temporary_fix_warning,
            coalesce(c.temporarily_fixed_at, c.fixed_at)),
          ('FIX', c.fix_due, c.fix_warning, c.fixed_at)) as open (target, due, warning, reached)
      """;
  /** An answer to a quote request that is late is the contractors', who are chased for it. */
  private static final String RUNNING = """
       t.open and t.running and open.reached is null
        and not exists (select from orders o join work_order w on w.number = o.number
          where o.number = c.order_number and o.type = 'QUOTE' and w.resource is null)
      """;
  private static final String UNTOLD =
      " not exists (select from sla_escalation told where told.clock = c.id and told.target = open.target"
          + " and told.level >= :level) ";

  private final JdbcClient jdbc;

  EscalationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those at risk that nobody was warned of yet; longest at risk first. */
  List<Escalation> atRisk(Instant now, int most) {
    return jdbc.sql("select c.order_number, c.id, open.target, :level as level " + OPEN_TARGETS + "where " + RUNNING
            + "and t.next_warning <= :now and open.warning <= :now and open.due >= :now and" + UNTOLD
            + "order by open.warning, c.id limit :most")
        .param("level", Escalation.WARNING).param("now", Timestamp.from(now)).param("most", most)
        .query(EscalationRepository::escalation).list();
  }

  /** Those missed that nobody was told of yet; longest passed first. */
  List<Escalation> missed(Instant now, int most) {
    return jdbc.sql("select c.order_number, c.id, open.target, :level as level " + OPEN_TARGETS + "where " + RUNNING
            + "and t.breached_at < :now and open.due < :now and" + UNTOLD + "order by open.due, c.id limit :most")
        .param("level", Escalation.BREACH).param("now", Timestamp.from(now)).param("most", most)
        .query(EscalationRepository::escalation).list();
  }

  /** Those missed by so much that the next level is to be told. */
  List<Escalation> missedByMore(Instant now, int most) {
    forgetClosed(now);
    return jdbc.sql("select c.order_number, c.id, open.target, told.level + 1 as level " + OPEN_TARGETS
            + "join sla_escalation told on told.clock = c.id and told.target = open.target where " + RUNNING
            + "and told.next_at <= :now order by told.next_at, c.id limit :most")
        .param("now", Timestamp.from(now)).param("most", most).query(EscalationRepository::escalation).list();
  }

  /** Nothing more is told of an order that is over; one that is opened again is planned again. */
  private void forgetClosed(Instant now) {
    jdbc.sql("""
        update sla_escalation told set next_at = null from sla_clock c
        where c.id = told.clock and told.next_at <= ? and not exists (select from order_target t
          where t.order_number = c.order_number and t.clock = c.id and t.open and t.running)""")
        .param(Timestamp.from(now)).update();
  }

  /** @return false when that was noted already */
  boolean noteTold(Escalation escalation, Instant at) {
    jdbc.sql("update sla_escalation set next_at = null where clock = ? and target = ? and level < ? and next_at is not null")
        .params(escalation.clock(), escalation.target().name(), escalation.level()).update();
    return jdbc.sql("""
        insert into sla_escalation (clock, target, level, told_at) values (?, ?, ?, ?) on conflict do nothing""")
        .params(escalation.clock(), escalation.target().name(), escalation.level(), Timestamp.from(at)).update() > 0;
  }

  /** It was not told after all, because it is due later now. */
  void takeBack(Escalation escalation) {
    jdbc.sql("delete from sla_escalation where clock = ? and target = ? and level = ?")
        .params(escalation.clock(), escalation.target().name(), escalation.level()).update();
  }

  /** @param at when the next level is to be told; null: never */
  void awaitNext(Escalation told, @Nullable Instant at) {
    jdbc.sql("update sla_escalation set next_at = ? where clock = ? and target = ? and level = ?")
        .params(at == null ? null : Timestamp.from(at), told.clock(), told.target().name(), told.level()).update();
  }

  /** The highest level that was told of each target of a clock. */
  List<Escalation> told(SlaRecord clock) {
    return jdbc.sql("""
        select ? as order_number, clock as id, target, max(level) as level from sla_escalation where clock = ?
        group by clock, target""")
        .params(clock.orderNumber(), clock.savedId()).query(EscalationRepository::escalation).list();
  }

  boolean isTold(long clock, TargetKind target) {
    return jdbc.sql("select exists (select from sla_escalation where clock = ? and target = ?)")
        .params(clock, target.name()).query(Boolean.class).single();
  }

  private static Escalation escalation(ResultSet row, int index) throws SQLException {
    return new Escalation(new OrderNumber(row.getString("order_number")), row.getLong("id"),
        TargetKind.valueOf(row.getString("target")), row.getInt("level"));
  }
}
