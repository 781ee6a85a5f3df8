package org.jobline.replay;

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

  private SortedMap<String, Long> counts(String sql, String log) {
    TreeMap<String, Long> counts = new TreeMap<>();
    jdbc.sql(sql).param(log).query((row, index) -> Map.entry(row.getString("what"), row.getLong("times"))).list()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
