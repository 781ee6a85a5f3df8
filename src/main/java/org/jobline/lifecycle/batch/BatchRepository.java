package org.jobline.lifecycle.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BatchRepository {

  private final JdbcClient jdbc;

  BatchRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The active rule that describes the order most precisely. */
  Optional<BatchRule> rule(WorkOrder order) {
    return jdbc.sql("""
        select * from batch_rule
        where active and client = :client and (site is null or site = :site)
          and (work_type is null or work_type = :workType) and (priority is null or priority = :priority)
        order by site is null, work_type is null, priority is null, code limit 1""")
        .param("client", order.client()).param("site", order.site())
        .param("workType", order.workType()).param("priority", order.priority())
        .query((row, index) -> rule(row))
        .optional();
  }

  /** Lets those who hold orders under a rule do so one after another, so that each sees what the others held. */
  void takeTurns(BatchRule rule) {
    jdbc.sql("select code from batch_rule where code = ? for update").param(rule.code()).query(String.class).single();
  }

  /** Holds an order in its present status; one that was held before waits on since then, under the rule it had. */
  void hold(WorkOrder order, BatchRule rule, Instant since) {
    jdbc.sql("""
        insert into batch_hold (order_number, rule, held_since, held_in) values (?, ?, ?, ?)
        on conflict (order_number) do update set held_in = excluded.held_in""")
        .params(order.number().value(), rule.code(), Timestamp.from(since), order.status().code().value()).update();
  }

  Optional<BatchHold> hold(OrderNumber number) {
    return jdbc.sql("select * from batch_hold h join batch_rule r on r.code = h.rule where h.order_number = ?")
        .param(number.value()).query((row, index) -> hold(row)).optional();
  }

  /** What else was held in a building under a rule, longest held first. */
  List<BatchHold> heldBeside(WorkOrder order, BatchRule rule) {
    return jdbc.sql("""
        select h.*, r.* from batch_hold h
          join batch_rule r on r.code = h.rule
          join orders o on o.number = h.order_number
        where h.rule = ? and o.site = ? and o.number <> ?
        order by h.held_since, o.number""")
        .params(rule.code(), order.site(), order.number().value())
        .query((row, index) -> hold(row)).list();
  }

  void release(OrderNumber number) {
    jdbc.sql("delete from batch_hold where order_number = ?").param(number.value()).update();
  }

  private static BatchHold hold(ResultSet row) throws SQLException {
    return new BatchHold(new OrderNumber(row.getString("order_number")), rule(row),
        row.getTimestamp("held_since").toInstant(), row.getString("held_in"));
  }

  private static BatchRule rule(ResultSet row) throws SQLException {
    return new BatchRule(row.getString("code"), row.getString("name"), row.getObject("orders_at_most", Integer.class),
        row.getBigDecimal("value_at_most"), row.getInt("days_at_most"));
  }
}
