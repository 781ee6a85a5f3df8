package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events written before personal data were kept apart: they say the same, name nobody, and their chain holds. */
@HelpdeskTest
class PersonalDataMigrationTest {

  private final DataSource application;

  PersonalDataMigrationTest(DataSource application) {
    this.application = application;
  }

  private static FluentConfiguration flyway(EarlierSchema schema) {
    return schema.flyway().javaMigrations(new V39__KeepPersonalDataApart());
  }

  private static void migrateToTheVersionBefore(EarlierSchema schema, MigrationVersion version) {
    MigrationVersion before = Stream.of(flyway(schema).load().info().all()).map(MigrationInfo::getVersion)
        .filter(candidate -> candidate.compareTo(version) < 0).max(Comparator.naturalOrder()).orElseThrow();
    flyway(schema).target(before).load().migrate();
  }

  private static void anOrder(JdbcClient jdbc, String number, List<OrderEvent> events) {
    OrderEvent last = events.get(events.size() - 1);
    jdbc.sql("""
        insert into work_order (number, type, status_code, status_name, client, site, work_type, priority, description,
          contact_name, contact_phone, logged_at, logged_by, version, last_event, last_hash)
        values (?, 'REACTIVE', '0.03', 'x', 'A', 'S', 'W', 'P', 'x', 'Sue Barker', '07700 900123', now(), 'agent', 0, ?, ?)""")
        .params(number, last.sequence(), last.hash()).update();
    events.forEach(event -> jdbc.sql("""
        insert into work_order_event (order_number, sequence, at, agent, channel, spoke_to, action, label, status_before,
          status_after, summary, private, fields, previous_hash, hash) values (?,?,?,?,?,?,?,?,?,?,?,?,?::json,?,?)""")
        .params(number, event.sequence(), Timestamp.from(event.at()), event.agent(), event.channel(), event.spokeTo(),
            event.action(), event.label(), event.statusBefore(), event.statusAfter(), event.summary(), event.isPrivate(),
            event.fields(), event.previousHash(), event.hash()).update());
  }

  /** As they were written then: everything in the hash, nothing apart. */
  private static List<OrderEvent> chain(String number) {
    List<OrderEvent> events = new ArrayList<>();
    String hash = "";
    for (String fields : List.of(
        "{\"site\":\"S\",\"description\":\"ring Sue Barker\",\"contactName\":\"Sue Barker\",\"limit\":120.50}",
        "{\"notes\":\"Bob says \\\"no\\\"\",\"attending\":2}", "{}")) {
      OrderEvent event = new OrderEvent(number, events.size() + 1, Instant.parse("2026-01-02T03:04:05.123456Z"),
          "agent", "AGENT", events.isEmpty() ? "Sue Barker" : null, "log", "Log", null, "0.03",
          "Log: mail to Sue Barker", false, fields, List.of(), hash, null).chained();
      events.add(event);
      hash = event.hash();
    }
    return events;
  }

  @Test
  void events_of_before_are_kept_apart_and_sealed_anew() throws SQLException {
    EarlierSchema schema = EarlierSchema.empty(application, "personal_data_migration");
    DataSource database = schema.database();
    JdbcClient jdbc = schema.jdbc();
    migrateToTheVersionBefore(schema, MigrationVersion.fromVersion("38"));
    jdbc.sql("""
        insert into client (code, name, currency) values ('A', 'A', 'GBP');
        insert into priority values ('P', 'P', 1);
        insert into work_type (code, name) values ('W', 'W');
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values ('S', 'A', 'S', 'S', 'S', 'GB', 'N', 'UTC')""").update();
    List<OrderEvent> before = chain("R-100001");
    anOrder(jdbc, "R-100001", before);
    List<OrderEvent> tampered = new ArrayList<>(chain("R-100002"));
    tampered.remove(1);
    anOrder(jdbc, "R-100002", tampered);

    flyway(schema).load().migrate();

    Journal journal = new Journal(jdbc, database, new PersonalData(new JdbcTemplate(database), jdbc));
    Optional<OrderNumber> order = Optional.of(new OrderNumber("R-100001"));
    assertThat(journal.verify(order)).isEqualTo(new Journal.Verification(true, 3, null));
    List<OrderEvent> after = journal.of(order.orElseThrow());
    assertThat(after).extracting(OrderEvent::fields)
        .containsExactlyElementsOf(before.stream().map(OrderEvent::fields).toList());
    assertThat(after).extracting(OrderEvent::summary).containsOnly("Log: mail to Sue Barker");
    assertThat(after.get(0).spokeTo()).isEqualTo("Sue Barker");
    assertThat(jdbc.sql("select count(*) from order_event e where order_number = 'R-100001' and e::text ~ 'Sue|Bob'")
        .query(Integer.class).single()).isZero();
    assertThat(jdbc.sql("select hash_before from event_resealed where order_number = 'R-100001' and intact_before")
        .query(String.class).single()).isEqualTo(before.get(2).hash());
    assertThat(journal.verify(Optional.of(new OrderNumber("R-100002"))).firstBroken())
        .as("a chain that was broken before").isEqualTo("R-100002 event 3");
    assertThat(jdbc.sql("select intact_before from event_resealed where order_number = 'R-100002'")
        .query(Boolean.class).single()).isFalse();
    jdbc.sql("alter table order_event disable trigger user").update();
    jdbc.sql("update order_event set hash = 'x' where order_number = 'R-100001' and sequence = 3").update();
    assertThat(journal.verify(order).valid()).isFalse();
  }
}
