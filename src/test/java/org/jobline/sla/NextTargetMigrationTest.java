package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Orders and tasks of before show what is due next as those of afterwards do. */
@HelpdeskTest
class NextTargetMigrationTest {


  private final DataSource application;
  private EarlierSchema schema;
  private JdbcClient jdbc;

  NextTargetMigrationTest(DataSource application) {
    this.application = application;
  }

  @BeforeEach
  void ordersOfTheReleaseBefore() throws SQLException {
    schema = EarlierSchema.of(application, "next_target_migration", "45");
    jdbc = schema.jdbc();
    new ResourceDatabasePopulator(engineTables("engine"), engineTables("history")).execute(schema.database());
    jdbc.sql("""
        insert into client (code, name, currency) values ('A', 'A', 'GBP');
        insert into priority values ('P1', 'Urgent', 1), ('P4', 'Low', 4), ('P9', 'Never', 9);
        insert into work_type (code, name) values ('W', 'W');
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values ('S', 'A', 'S', 'S', 'S', 'GB', 'N', 'UTC')""").update();
  }

  private static ClassPathResource engineTables(String part) {
    return new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
  }

  private void order(String number, String priority, String more) {
    jdbc.sql("""
        insert into work_order (number, type, status_code, status_name, client, site, work_type, priority, description,
          contact_name, logged_at, logged_by, version)
          values (?, 'REACTIVE', '0.03', 'x', 'A', 'S', 'W', ?, 'x', 'x', '2026-11-27T10:00:00Z', 'agent', 0)""")
        .params(number, priority).update();
    if (!more.isEmpty()) {
      jdbc.sql("update work_order set " + more + " where number = ?").param(number).update();
    }
  }

  /** Respond by 14:00, temporary fix by 18:00, fix by midnight. */
  private void clock(String number, String more) {
    jdbc.sql("""
        insert into sla_clock (order_number, started_at, around_the_clock, respond_due, temporary_fix_due, fix_due,
          respond_warning, temporary_fix_warning, fix_warning)
          values (?, '2026-11-27T10:00:00Z', true, '2026-11-27T14:00:00Z', '2026-11-27T18:00:00Z',
            '2026-11-28T00:00:00Z', '2026-11-27T13:00:00Z', '2026-11-27T16:00:00Z', '2026-11-27T20:30:00Z')""")
        .param(number).update();
    if (!more.isEmpty()) {
      jdbc.sql("update sla_clock set " + more + " where id = (select max(id) from sla_clock)").update();
    }
  }

  private void task(String id, String number, Instant due) {
    Timestamp shown = due == null ? null : Timestamp.from(due);
    jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_) values (?, 1, ?, ?)")
        .params("i-" + id, "i-" + id, number).update();
    jdbc.sql("insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, priority_, due_date_)"
        + " values (?, 1, ?, ?, 60, ?)").params(id, "i-" + id, "i-" + id, shown).update();
    jdbc.sql("insert into act_hi_taskinst (id_, start_time_, priority_, due_date_) values (?, now(), 60, ?)")
        .params(id, shown).update();
  }

  private List<String> shown(String table) {
    return jdbc.sql("select id_, priority_, due_date_ from " + table + " order by id_")
        .query((row, index) -> row.getString(1) + " " + row.getInt(2) + " "
            + (row.getTimestamp(3) == null ? "not due" : row.getTimestamp(3).toInstant())).list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private Optional<SlaRecord> newest(String number) {
    return jdbc.sql("select * from sla_clock where order_number = ? order by id desc limit 1").param(number)
        .query((row, index) -> new SlaRecord(
            row.getLong("id"), number, instant(row, "started_at"), row.getBoolean("around_the_clock"),
            instant(row, "respond_from"), instant(row, "respond_due"), instant(row, "temporary_fix_due"),
            instant(row, "fix_due"), instant(row, "respond_warning"), instant(row, "temporary_fix_warning"),
            instant(row, "fix_warning"), instant(row, "responded_at"), instant(row, "temporarily_fixed_at"),
            instant(row, "fixed_at"), instant(row, "stopped_at")))
        .optional();
  }

  private Optional<Instant> ended(String how, String number) {
    return jdbc.sql("select " + how + " from work_order where number = ?").param(number)
        .query((row, index) -> Optional.ofNullable(instant(row, how))).single();
  }

  private OrderTargets decided(String number, int urgency) {
    Order order = mock(Order.class);
    when(order.number()).thenReturn(new OrderNumber(number));
    when(order.completedAt()).thenReturn(ended("completed_at", number));
    when(order.cancelledAt()).thenReturn(ended("cancelled_at", number));
    return OrderTargets.of(order, urgency, newest(number).orElse(null));
  }

  private String next(String number) {
    return jdbc.sql("select concat_ws(' ', coalesce(next_target, 'nothing'), 'breached',"
            + " to_char(breached_at at time zone 'UTC', 'HH24:MI')) from order_target where order_number = ?")
        .param(number).query(String.class).single();
  }

  @Test
  void orders_get_the_next_target_that_actions_would_give_them() {
    order("R-100001", "P1", "");
    clock("R-100001", "");
    order("R-100002", "P1", "");
    clock("R-100002", "responded_at = '2026-11-27T11:00:00Z'");
    order("R-100003", "P4", "");
    clock("R-100003", "responded_at = '2026-11-27T15:00:00Z', temporarily_fixed_at = '2026-11-27T15:30:00Z'");
    order("R-100004", "P4", "completed_at = '2026-11-27T12:00:00Z'");
    clock("R-100004", "fixed_at = '2026-11-27T12:00:00Z'");
    order("R-100005", "P4", "completed_at = '2026-11-27T12:00:00Z'");
    clock("R-100005", "responded_at = '2026-11-27T11:00:00Z'");
    order("R-100006", "P4", "cancelled_at = '2026-11-27T12:00:00Z'");
    clock("R-100006", "responded_at = '2026-11-27T11:00:00Z', stopped_at = '2026-11-27T12:00:00Z'");
    jdbc.sql("insert into sla_pause (clock, began_at, ended_at)"
        + " select max(id), '2026-11-27T10:10:00Z', '2026-11-27T10:20:00Z' from sla_clock").update();
    order("R-100007", "P9", "recalls = 1");
    clock("R-100007", "fixed_at = '2026-11-27T12:00:00Z'");
    clock("R-100007",
        "respond_due = '2026-11-29T14:00:00Z', temporary_fix_due = null, fix_due = '2026-11-29T13:00:00Z'");
    order("R-100008", "P4", "");
    order("R-100009", "P4", "");
    clock("R-100009", "respond_due = null, respond_warning = null, temporary_fix_due = '2026-11-28T00:00:00Z',"
        + " temporary_fix_warning = null");

    schema.migrate("46");

    assertThat(Stream.of("R-100001", "R-100002", "R-100003", "R-100004", "R-100005", "R-100006", "R-100007", "R-100008")
        .map(this::next)).containsExactly(
        "RESPOND breached 14:00", "TEMPORARY_FIX breached 18:00", "FIX breached 14:00", "nothing breached",
        "nothing breached 18:00", "nothing breached", "FIX breached 13:00", "nothing breached");
    assertThat(next("R-100009")).as("of two at the same time the first").isEqualTo("TEMPORARY_FIX breached 00:00");
    OrderTargetRepository kept = new OrderTargetRepository(jdbc);
    List.of("R-100001", "R-100002").forEach(number ->
        assertThat(kept.find(number)).contains(decided(number, 90)));
    List.of("R-100003", "R-100004", "R-100005", "R-100006", "R-100008").forEach(number ->
        assertThat(kept.find(number)).contains(decided(number, 60)));
    assertThat(kept.find("R-100007")).contains(decided("R-100007", 50));
    assertThat(kept.write(decided("R-100003", 60))).as("differs from what is there").isFalse();
    assertThat(kept.write(decided("R-100003", 70))).as("differs from what is there").isTrue();
  }

  @Test
  void open_tasks_show_what_is_due_next() {
    order("R-100001", "P1", "");
    clock("R-100001", "responded_at = '2026-11-27T11:00:00Z'");
    task("stale", "R-100001", Instant.parse("2026-11-28T00:00:00Z"));
    task("opened", "R-100001", null);
    order("R-100002", "P4", "cancelled_at = '2026-11-27T12:00:00Z'");
    clock("R-100002", "stopped_at = '2026-11-27T12:00:00Z'");
    task("cancelled", "R-100002", Instant.parse("2026-11-27T14:00:00Z"));
    order("R-100003", "P4", "");
    clock("R-100003", "");
    task("right", "R-100003", Instant.parse("2026-11-27T14:00:00Z"));
    task("of no order", null, Instant.parse("2026-11-30T00:00:00Z"));

    schema.migrate("46");

    assertThat(shown("act_ru_task")).isEqualTo(shown("act_hi_taskinst")).containsExactly(
        "cancelled 60 not due", "of no order 60 2026-11-30T00:00:00Z", "opened 90 2026-11-27T18:00:00Z",
        "right 60 2026-11-27T14:00:00Z", "stale 90 2026-11-27T18:00:00Z");
    assertThat(jdbc.sql("select id_ from act_ru_task where rev_ = 2 order by id_").query(String.class).list())
        .as("changed").containsExactly("cancelled", "opened", "stale");
  }

  @Test
  void nothing_of_the_former_definitions_is_left() {
    schema.migrate("46");
    assertThat(jdbc.sql("select column_name from information_schema.columns where table_name = 'work_order'")
        .query(String.class).list())
        .contains("logged_at")
        .doesNotContain("respond_due", "fix_due", "next_due", "next_warning", "breached_at");
    assertThat(jdbc.sql("select tgname from pg_trigger where not tgisinternal and tgrelid = 'sla_clock'::regclass")
        .query(String.class).list()).isEmpty();
  }
}
