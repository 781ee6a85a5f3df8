package org.jobline.desk.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jobline.action.Agent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderRepository {

  private static final int MAX_SHOWN = 200;

  private final JdbcClient jdbc;

  ReminderRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Reminder insert(
      String orderNumber, Instant at, String text, @Nullable String forAgent, @Nullable String forGroup, String madeBy) {
    return jdbc.sql("""
        insert into reminder (order_number, at, text, for_agent, for_group, made_by)
        values (:order, :at, :text, :agent, :group, :madeBy) returning *""")
        .param("order", orderNumber).param("at", Timestamp.from(at)).param("text", text)
        .param("agent", forAgent).param("group", forGroup).param("madeBy", madeBy)
        .query(ReminderRepository::reminder).single();
  }

  Optional<Reminder> find(long id) {
    return jdbc.sql("select * from reminder where id = ?").param(id).query(ReminderRepository::reminder).optional();
  }

  List<Reminder> ofOrder(String orderNumber) {
    return jdbc.sql("select * from reminder where order_number = ? order by at, id limit " + MAX_SHOWN)
        .param(orderNumber).query(ReminderRepository::reminder).list();
  }

  /** Those for the agent or a group of his that are due by then, soonest first. */
  List<Reminder> dueFor(Agent agent, Instant by) {
    return jdbc.sql("select * from reminder where at <= :by and (for_agent = :agent or for_group in (:groups))"
            + " order by at, id limit " + MAX_SHOWN)
        .param("by", Timestamp.from(by)).param("agent", agent.name()).param("groups", known(agent.groups()))
        .query(ReminderRepository::reminder).list();
  }

  /** An empty list is no list in SQL. */
  private static Set<String> known(Set<String> groups) {
    return groups.isEmpty() ? Set.of("") : groups;
  }

  long countMadeBy(String agent) {
    return jdbc.sql("select count(*) from reminder where made_by = ?").param(agent).query(Long.class).single();
  }

  /** Empty when it is gone. */
  Optional<Reminder> move(long id, Instant to) {
    return jdbc.sql("update reminder set at = :at where id = :id returning *")
        .param("at", Timestamp.from(to)).param("id", id).query(ReminderRepository::reminder).optional();
  }

  void delete(long id) {
    jdbc.sql("delete from reminder where id = ?").param(id).update();
  }

  void handOver(String agent, String group) {
    jdbc.sql("update reminder set for_agent = null, for_group = ? where for_agent = ?").params(group, agent).update();
  }

  private static Reminder reminder(ResultSet row, int index) throws SQLException {
    return new Reminder(row.getLong("id"), row.getString("order_number"), row.getTimestamp("at").toInstant(),
        row.getString("text"), row.getString("for_agent"), row.getString("for_group"), row.getString("made_by"));
  }
}
