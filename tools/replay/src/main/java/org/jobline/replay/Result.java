package org.jobline.replay;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the replay of a log came to, counted in the database over this run and all before it. */
@Component
class Result {

  private final JdbcClient jdbc;

  Result(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SortedMap<String, Long> actionsByKey(String log) {
    return counts(
        "select e.action as what, count(*) as times from replay.progress c"
            + " join order_event e on e.order_number = c.order_number where c.log = ? group by 1",
        log);
  }

  SortedMap<String, Long> ordersByStatus(String log) {
    return counts(
        "select o.status_code || ' ' || o.status_name as what, count(*) as times from replay.progress c"
            + " join orders o on o.number = c.order_number where c.log = ? group by 1",
        log);
  }

  SortedMap<String, Long> refusalsByReason(String log) {
    return counts(
        "select action || ': ' || kind as what, count(*) as times from replay.refusal where log = ? group by 1", log);
  }

  /**
   * Orders nobody could bring any further: their lifecycle waits for no task, message or timer, something of it has
   * failed, or it has ended though the status is no end.
   */
  List<String> stuckOrders(String log) {
    return jdbc.sql("""
        with instance as (
          select c.order_number, e.proc_inst_id_ from replay.progress c
          join act_ru_execution e on e.business_key_ = c.order_number and e.id_ = e.proc_inst_id_ where c.log = :log)
        select o.number from replay.progress c join orders o on o.number = c.order_number
        where c.log = :log and case when exists (select from instance i where i.order_number = o.number)
          then exists (select from instance i join act_ru_job j on j.process_instance_id_ = i.proc_inst_id_
              where i.order_number = o.number and j.retries_ = 0)
            or not exists (select from instance i where i.order_number = o.number and (
              exists (select from act_ru_task t where t.proc_inst_id_ = i.proc_inst_id_)
              or exists (select from act_ru_event_subscr s where s.proc_inst_id_ = i.proc_inst_id_)
              or exists (select from act_ru_job j where j.process_instance_id_ = i.proc_inst_id_)))
          else o.status_code !~ '^(5|[01][.].9)' end
        order by o.number""")
        .param("log", log).query(String.class).list();
  }

  private SortedMap<String, Long> counts(String sql, String log) {
    TreeMap<String, Long> counts = new TreeMap<>();
    jdbc.sql(sql).param(log).query((row, index) -> Map.entry(row.getString("what"), row.getLong("times"))).list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
