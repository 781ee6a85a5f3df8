package org.jobline.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills every table of a database with a row that has something in every column, in the order of their references. */
final class OneRowEach {

  /** What checks of the tables ask for, by table and column; null for a column that must be empty. */
  private static final Map<String, String> CHECKED = new LinkedHashMap<>();

  static {
    CHECKED.put("work_order.number", "'R-100001'");
    CHECKED.put("work_order.type", "'REACTIVE'");
    CHECKED.put("work_order.status_code", "'1.03'");
    CHECKED.put("work_order.refused_by", "'{X}'");
    CHECKED.put("work_order.schedule_kind", "'EXACT'");
    CHECKED.put("work_order_link.other_number", "'R-100002'");
    CHECKED.put("opening_hours.resource", null);
    CHECKED.put("opening_hours.closes", "time '17:00'");
    CHECKED.put("closed_day.resource", null);
    CHECKED.put("invoice.vat", "0");
    CHECKED.put("rate.days", "'{MON}'");
    CHECKED.put("rate.response_minutes", null);
    CHECKED.put("rate.within_sla", null);
    CHECKED.put("sla_pause.ended_at", "timestamptz '2026-01-02 05:06:07Z'");
    CHECKED.put("personal_data.erasure", null);
  }

  private final JdbcClient jdbc;

  private OneRowEach(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By one connection: there are hundreds of statements, and to connect takes longer than any of them.
   *
   * @return the names of the tables
   */
  static List<String> insert(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new OneRowEach(JdbcClient.create(new SingleConnectionDataSource(connection, true))).insert();
    }
  }

  private List<String> insert() {
    List<String> tables = inOrderOfReferences();
    for (String table : tables) {
      insert(table, Map.of());
      if (table.equals("work_order")) {
        insert(table, Map.of("number", "'R-100002'"));
      }
    }
    return tables;
  }

  /** @param allowed what a check of the table allows, first value first; null when it allows anything */
  private record Column(
      String table, String name, String type, String parent, String parentColumn, String allowed) {}

  private List<Column> columns(String table) {
    return jdbc.sql("""
        select a.attname as name, format_type(a.atttypid, null) as type, p.relname as parent, pa.attname as parent_column,
          (select substring(pg_get_constraintdef(k.oid) from 'ANY \\(\\(?ARRAY\\[(''[^'']*'')') from pg_constraint k
            where k.contype = 'c' and k.conrelid = a.attrelid and k.conkey = array[a.attnum] limit 1) as allowed
        from pg_attribute a
          left join pg_constraint c on c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum]
          left join pg_class p on p.oid = c.confrelid
          left join pg_attribute pa on pa.attrelid = c.confrelid and pa.attnum = c.confkey[1]
        where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.attidentity = ''
        order by a.attnum""").param("table", table)
        .query((row, index) -> new Column(table, row.getString("name"), row.getString("type"), row.getString("parent"),
            row.getString("parent_column"), row.getString("allowed"))).list();
  }

  private List<String> inOrderOfReferences() {
    Set<String> open = new LinkedHashSet<>(jdbc.sql("""
        select relname from pg_class
        where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname <> 'flyway_schema_history'
        order by relname""").query(String.class).list());
    List<String> sorted = new ArrayList<>();
    while (!open.isEmpty()) {
      List<String> next = open.stream().filter(table -> jdbc.sql("""
          select p.relname from pg_constraint c join pg_class p on p.oid = c.confrelid
          where c.contype = 'f' and c.conrelid = cast(? as regclass) and c.confrelid <> c.conrelid""")
          .param(table).query(String.class).list().stream().noneMatch(open::contains)).toList();
      sorted.addAll(next);
      next.forEach(open::remove);
    }
    return sorted;
  }

  private void insert(String table, Map<String, String> other) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Column column : columns(table)) {
      String key = table + "." + column.name();
      String value = other.containsKey(column.name()) ? other.get(column.name())
          : CHECKED.containsKey(key) ? CHECKED.get(key) : value(column);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    jdbc.sql("insert into " + table + " (" + String.join(", ", values.keySet()) + ") select "
        + String.join(", ", values.values())).update();
  }

  private static String value(Column column) {
    if (column.parent() != null) {
      return "(select " + column.parentColumn() + " from " + column.parent() + " order by 1 limit 1)";
    }
    if (column.allowed() != null) {
      return column.allowed();
    }
    return switch (column.type()) {
      case "text", "character varying", "character" -> "'X'";
      case "bpchar" -> "'GBP'";
      case "uuid" -> "cast('00000000-0000-0000-0000-000000000001' as uuid)";
      case "boolean" -> "true";
      case "integer", "bigint", "smallint", "numeric", "oid" -> "1";
      case "timestamp with time zone" -> "timestamptz '2026-01-02 03:04:05Z'";
      case "date" -> "date '2026-01-02'";
      case "time without time zone" -> "time '09:00'";
      case "json", "jsonb" -> "'{}'";
      case "bytea" -> "'\\x01'";
      case "text[]" -> "'{X}'";
      default -> throw new IllegalStateException(column + " has a type nothing is known for");
    };
  }
}
