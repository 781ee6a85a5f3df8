package org.jobline.referencedata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jobline.referencedata.ReferenceTable.Column;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Reads and writes rows as their cells. The names of tables and columns are our own, never those of a file. */
@Component
class ReferenceDataImportRepository {

  private static final long IMPORT = 0x6a6f626c696e65L;

  private final NamedParameterJdbcTemplate jdbc;

  ReferenceDataImportRepository(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction; what two imports would both insert has not always a key to tell them apart. */
  void oneAtATime() {
    jdbc.getJdbcTemplate().execute("select pg_advisory_xact_lock(" + IMPORT + ")");
    jdbc.getJdbcTemplate().execute("set constraints all deferred");
  }

  void checkConstraints() {
    jdbc.getJdbcTemplate().execute("set constraints all immediate");
  }

  /** All rows, by the values of their keys. */
  Map<List<String>, Map<String, String>> rows(ReferenceTable table) {
    String columns = table.columns().stream().map(column -> column.read() + " as " + column.name())
        .collect(Collectors.joining(", "));
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    jdbc.query("select " + columns + " from " + table.name(), row -> {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Column column : table.columns()) {
        cells.put(column.name(), row.getString(column.name()));
      }
      rows.put(ReferenceDataImport.key(table.key(), cells), cells);
    });
    return rows;
  }

  void insert(ReferenceTable table, Collection<Map<String, String>> rows) {
    String names = table.stored().stream().map(Column::name).collect(Collectors.joining(", "));
    String values = table.stored().stream().map(Column::write).collect(Collectors.joining(", "));
    batch("insert into " + table.name() + " (" + names + ") values (" + values + ")", rows);
  }

  void update(ReferenceTable table, Collection<Map<String, String>> rows) {
    String values = table.stored().stream().filter(column -> !table.key().contains(column.name()))
        .map(column -> column.name() + " = " + column.write()).collect(Collectors.joining(", "));
    batch("update " + table.name() + " set " + values + " where " + isRow(table), rows);
  }

  void delete(ReferenceTable table, Collection<Map<String, String>> rows) {
    batch("delete from " + table.name() + " where " + isRow(table), rows);
  }

  private static String isRow(ReferenceTable table) {
    return table.key().stream().map(name -> table.column(name).orElseThrow())
        .map(column -> column.write() == null || !column.required()
            ? column.read() + " is not distinct from cast(:" + column.name() + " as text)"
            : table.name() + "." + column.name() + " = " + column.write())
        .collect(Collectors.joining(" and "));
  }

  private void batch(String sql, Collection<Map<String, String>> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows.stream().map(MapSqlParameterSource::new).toArray(SqlParameterSource[]::new));
    }
  }
}
