package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jobline.fixture.EarlierSchema;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every order has moves apart from what only work orders have, and nothing is lost on the way. */
@HelpdeskTest
class OrdersMigrationTest {

  private static final Map<String, String> RENAMED =
      Map.of("work_order_event", "order_event", "work_order_link", "order_link");

  private final DataSource application;
  private EarlierSchema schema;
  private JdbcClient jdbc;
  private List<String> tables;

  OrdersMigrationTest(DataSource application) {
    this.application = application;
  }

  @BeforeEach
  void a_database_of_the_release_before_with_rows_in_every_table() throws SQLException {
    schema = EarlierSchema.of(application, "orders_migration", "47");
    jdbc = schema.jdbc();
    tables = OneRowEach.insert(schema.database());
  }

  /** Each row of each table but that of the orders, as text. */
  private Map<String, String> rows(boolean isMigrated) {
    return tables.stream().filter(table -> !table.equals("work_order")).collect(Collectors.toMap(table -> table,
        table -> jdbc.sql("select string_agg(t::text, E'\\n' order by t::text) from "
            + (isMigrated ? RENAMED.getOrDefault(table, table) : table) + " t").query(String.class).single(),
        (one, other) -> one, TreeMap::new));
  }

  @Test
  void every_row_stays_as_it_is() {
    Map<String, String> before = rows(false);
    assertThat(before.values()).doesNotContainNull();
    schema.migrate("50");
    assertThat(rows(true)).isEqualTo(before);
  }

  @Test
  void an_order_has_all_that_it_had() {
    List<String> before = jdbc.sql("select (to_jsonb(o) - 'search')::text from work_order o order by number")
        .query(String.class).list();
    assertThat(before).hasSize(2).noneMatch(order -> order.contains("null"));
    schema.migrate("50");
    assertThat(jdbc.sql("""
        select ((to_jsonb(o) - 'search' - 'search_text') || to_jsonb(w))::text
        from orders o join work_order w using (number) order by number""").query(String.class).list())
        .isEqualTo(before);
  }

  @Test
  void an_order_is_found_by_what_it_was_found_by() {
    String asked = " where search @@ to_tsquery('simple', 'X') and search @@ plainto_tsquery('simple', 'R-100001') ";
    assertThat(jdbc.sql("select number from work_order" + asked).query(String.class).single()).isEqualTo("R-100001");
    schema.migrate("50");
    assertThat(jdbc.sql("select number from orders" + asked).query(String.class).single()).isEqualTo("R-100001");
  }

  @Test
  void nothing_refers_to_an_order_that_does_not_exist() {
    schema.migrate("50");
    List<String> references = jdbc.sql("""
        select c.conrelid::regclass::text || ' ' || c.conname from pg_constraint c
        where c.contype = 'f' and c.confrelid in ('orders'::regclass, 'work_order'::regclass)""")
        .query(String.class).list();
    assertThat(references).hasSizeGreaterThan(20);
    for (String table : List.of("order_event", "document", "order_link", "notification", "authorisation_request",
        "outstanding_item")) {
      assertThat(jdbc.sql("""
          select count(*) from pg_constraint where contype = 'f' and conrelid = cast(? as regclass)
            and confrelid = 'orders'::regclass""").param(table).query(Integer.class).single()).as(table).isPositive();
    }
    assertThatThrownBy(() -> jdbc.sql("delete from orders where number = 'R-100001'").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void numbers_go_on_where_they_were() {
    long next = jdbc.sql("select nextval('work_order_number')").query(Long.class).single();
    schema.migrate("50");
    assertThat(jdbc.sql("select nextval('order_number')").query(Long.class).single()).isEqualTo(next + 1);
  }

  @Test
  void events_stay_append_only() {
    schema.migrate("50");
    assertThatThrownBy(() -> jdbc.sql("update order_event set summary = 'nothing'").update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
  }
}
