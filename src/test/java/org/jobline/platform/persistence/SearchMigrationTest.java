package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Orders logged before are found by everything callers say. */
@HelpdeskTest
class SearchMigrationTest {

  private final DataSource application;
  private EarlierSchema schema;
  private JdbcClient jdbc;

  SearchMigrationTest(DataSource application) {
    this.application = application;
  }

  @BeforeEach
  void a_database_of_the_release_before_with_an_order() throws SQLException {
    schema = EarlierSchema.of(application, "search_migration", "50");
    jdbc = schema.jdbc();
    jdbc.sql("""
        insert into client (code, name, currency) values ('A', 'A', 'GBP');
        insert into priority values ('P', 'P', 1);
        insert into work_type (code, name) values ('W', 'W');
        insert into resource (code, name, time_zone) values ('HEAT', 'Thermal Ltd', 'UTC');
        insert into site (code, client, name, address, postcode, country, region, time_zone)
          values ('S', 'A', 'Café Noir', '7 Briggate', 'LS1 6HD', 'GB', 'N', 'UTC');
        insert into contact (site, role, name, phone) values ('S', 'building', 'X', '0113 496 0123');
        insert into orders (number, type, status_code, status_name, client, site, contact_name, contact_phone,
          logged_at, logged_by, version, search_text)
          values ('R-100001', 'REACTIVE', '0.03', 'x', 'A', 'S', 'Zoë', '+44 7700 900123',
            now(), 'agent', 0, 'It drips');
        insert into work_order (number, work_type, priority, description, location, external_reference, resource)
          values ('R-100001', 'W', 'P', 'It drips', 'Kitchen', 'EXT-1', 'HEAT')""").update();
    schema.migrate("51");
  }

  private List<String> found(String table, String column, String query) {
    return jdbc.sql("select " + column + " from " + table + " where search @@ cast(? as tsquery)").param(query)
        .query(String.class).list();
  }

  @Test
  void an_order_is_found_by_what_it_says_and_by_its_site_and_contractor() {
    List<String> queries = List.of("zoe", "drips", "kitchen", "ext1", "ext & 1", "7700900123", "'900123':*", "r100001",
        "100001", "'@contractor:HEAT'");
    assertThat(queries).allSatisfy(query ->
        assertThat(found("orders", "number", query)).as(query).containsExactly("R-100001"));
    assertThat(found("site", "code", "cafe & noir & briggate & ls16hd")).containsExactly("S");
    assertThat(found("resource", "code", "thermal & heat")).containsExactly("HEAT");
    assertThat(found("contact", "site", "1134960123")).containsExactly("S");
    assertThat(jdbc.sql("select word from search_word order by word").query(String.class).list())
        .containsExactly("briggate", "cafe", "drips", "heat", "kitchen", "noir", "thermal");
  }

  @Test
  void a_word_two_transactions_meet_at_once_makes_neither_wait() throws SQLException {
    try (Connection first = schema.database().getConnection(); Statement statement = first.createStatement()) {
      first.setAutoCommit(false);
      statement.execute("insert into resource (code, name, time_zone) values ('Z1', 'Zeppelin', 'UTC')");
      jdbc.sql("""
          set lock_timeout = '2s';
          insert into resource (code, name, time_zone) values ('Z2', 'Zeppelin', 'UTC')""").update();
      first.commit();
    }
    assertThat(jdbc.sql("select word from search_word where word like 'zep%'").query(String.class).list())
        .containsOnly("zeppelin");
  }

  @Test
  void an_owner_of_the_database_who_is_no_superuser_can_migrate_it() throws SQLException {
    JdbcClient server = JdbcClient.create(application);
    EarlierSchema owned = EarlierSchema.empty(application, "search_migration_owned");
    if (server.sql("select count(*) from pg_roles where rolname = 'plain_owner'").query(Integer.class).single() == 0) {
      server.sql("create role plain_owner login").update();
    }
    server.sql("alter database search_migration_owned owner to plain_owner").update();
    String url = ((DriverManagerDataSource) owned.database()).getUrl();
    DriverManagerDataSource asOwner = new DriverManagerDataSource(url, "plain_owner", "");
    owned.flyway().dataSource(asOwner).target("51").load().migrate();
    assertThat(owned.jdbc().sql("select count(*) from search_word").query(Integer.class).single()).isZero();
  }
}
