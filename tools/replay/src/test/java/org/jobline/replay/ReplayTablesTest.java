package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.replay.Events.NOON;
import static org.jobline.replay.Events.event;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a replay keeps in the database, on a real PostgreSQL. */
class ReplayTablesTest {

  private static final LogCase CASE = new LogCase(7, "1-42", List.of(
      event("Accepted / In Progress", "G97", NOON), event("Completed / Closed", "S42", NOON)));
  private static final Survey SURVEY = new Survey(
      1, 2, Set.of("Accepted / In Progress"), Set.of("Sweden", "0"), Set.of("PROD1"), Set.of("Low", "Major", "High"), Set.of("G97", "S42", "G230 2nd"),
      Set.of(new Survey.Coverage("G97", "PROD1"), new Survey.Coverage("S42", "PROD1")));

  private static EmbeddedPostgres postgres;
  private static JdbcClient jdbc;
  private static IncidentReferenceData referenceData;

  @BeforeAll
  static void migrate() throws IOException {
    postgres = EmbeddedPostgres.start();
    Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    ProgressTable.prepare(postgres.getPostgresDatabase());
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    jdbc.sql("insert into priority (code, name, rank) values ('P1', 'Emergency', 1)").update();
    referenceData = new IncidentReferenceData(new JdbcTemplate(postgres.getPostgresDatabase()));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void empty() {
    jdbc.sql("delete from replay.refusal").update();
    jdbc.sql("delete from replay.progress").update();
  }

  @Test
  void the_reference_data_is_there_once_however_often_it_is_imported() {
    referenceData.importFor(SURVEY, false);
    referenceData.importFor(SURVEY, false);

    assertThat(list("select code from client")).containsExactly("REPLAY");
    assertThat(list("select code from priority order by rank"))
        .containsExactly("P1", "REPLAY-P-MAJOR", "REPLAY-P-HIGH", "REPLAY-P-LOW");
    assertThat(list("select code || ' ' || name from site order by code"))
        .containsExactly("REPLAY-S-0 Country 0", "REPLAY-S-SWEDEN Sweden");
    assertThat(list("select code from resource where email is null order by code"))
        .containsExactly("REPLAY-R-G230-2ND", "REPLAY-R-G97", "REPLAY-R-S42");
    assertThat(list("select resource from resource_work_type where work_type = 'REPLAY-W-PROD1' order by 1"))
        .containsExactly("REPLAY-R-G97", "REPLAY-R-S42");
    assertThat(count("select count(*) from rate")).isEqualTo(12);
    assertThat(count("select count(*) from contact")).isZero();
  }

  @Test
  void replay_resumes_from_saved_progress() {
    OrderNumber number = anOrder();
    ProgressTable table = new ProgressTable(jdbc, "log");
    CaseProgress logged = table.logged(CASE, number, NOON);
    CaseProgress one = table.finished(logged, NOON.plusMillis(1));

    assertThat(new ProgressTable(jdbc, "log").of(CASE)).contains(one);
    assertThat(one).isEqualTo(new CaseProgress(7, number, 1, NOON, NOON.plusMillis(1)));
    assertThat(table.eventsFinished()).isEqualTo(1);
    assertThat(new ProgressTable(jdbc, "another log").of(CASE)).isEmpty();
  }

  @Test
  void it_stays_out_of_the_schema_of_the_orders() {
    ProgressTable.prepare(postgres.getPostgresDatabase());

    assertThat(list("select table_schema || '.' || table_name from information_schema.tables"
        + " where table_schema = 'replay' or table_name like '%replay%' order by 1"))
        .containsExactly("replay.flyway_schema_history", "replay.progress", "replay.refusal");
  }

  @Test
  void an_event_is_never_finished_twice() {
    ProgressTable table = new ProgressTable(jdbc, "log");
    CaseProgress logged = table.logged(CASE, anOrder(), NOON);
    table.finished(logged, NOON);

    assertThatThrownBy(() -> table.finished(logged, NOON)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Another replay");
  }

  @Test
  void what_was_refused_is_counted_by_reason() {
    ProgressTable table = new ProgressTable(jdbc, "log");
    CaseProgress logged = table.logged(CASE, anOrder(), NOON);
    table.refused(logged, Step.of("stop-job", Map.of()), new RefusedException("invalid stoppedAt", "too early", null));
    table.refused(new LogCase(8, "1-43", CASE.events()), new RefusedException("invalid site", "no such site", null));
    Result result = new Result(jdbc);

    assertThat(result.refusalsByReason("log"))
        .containsEntry("stop-job: invalid stoppedAt", 1L).containsEntry("log: invalid site", 1L).hasSize(2);
    assertThat(result.ordersByStatus("log")).containsExactly(Map.entry("1.00 Pending assign", 1L));
    assertThat(result.actionsByKey("log")).isEmpty();
    assertThat(table.of(new LogCase(8, "1-43", CASE.events())).orElseThrow().number()).isNull();
  }

  private static OrderNumber anOrder() {
    referenceData.importFor(SURVEY, false);
    String number = "R-" + jdbc.sql("select nextval('order_number')").query(Long.class).single();
    jdbc.sql("insert into orders (number, type, status_code, status_name, client, site, contact_name, logged_at,"
            + " logged_by, version) values (?, 'REACTIVE', '1.00', 'Pending assign', 'REPLAY', 'REPLAY-S-SWEDEN', 'x',"
            + " now(), 'x', 0)")
        .param(number)
        .update();
    return new OrderNumber(number);
  }

  private static List<String> list(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private static int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
