package org.jobline.referencedata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A table that may be imported: its columns, what a row is known by, and what must be true of a row. */
final class ReferenceTable {

  /**
   * A column of the file.
   *
   * @param required whether the file must have it and no cell of it may be empty
   * @param fallback what an empty cell, or one that is left out, stands for; null: nothing
   * @param fixed whether it stays what it is, because orders rely on it
   * @param read SQL for its value in a row of the table
   * @param write SQL for the value to be stored; null when it only helps to find what another column refers to
   */
  record Column(
      String name, Kind kind, boolean required, @Nullable String fallback, boolean fixed, String read,
      @Nullable String write) {

    private Column fix() {
      return new Column(name, kind, required, fallback, true, read, write);
    }
  }

  /** The columns that together name a row of another table. */
  record Reference(List<String> columns, String table) {}

  /** What would be wrong with a row, and in which column it shows. */
  record Rule(String column, Predicate<Map<String, String>> broken, String message) {}

  private final String name;
  private final List<Column> columns = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private List<String> key = List.of("code");
  private List<String> owner = List.of();

  ReferenceTable(String name) {
    this.name = name;
  }

  ReferenceTable required(String column, Kind kind) {
    return add(new Column(column, kind, true, null, false, kind.read(name + "." + column), kind.write(column)));
  }

  ReferenceTable optional(String column, Kind kind) {
    return or(column, kind, null);
  }

  ReferenceTable or(String column, Kind kind, @Nullable String fallback) {
    return add(new Column(column, kind, false, fallback, false, kind.read(name + "." + column), kind.write(column)));
  }

  /** For values that stand in another table. */
  ReferenceTable looked(String column, Kind kind, String read, @Nullable String write) {
    return add(new Column(column, kind, true, null, false, read, write));
  }

  /** The column before stays what it is. */
  ReferenceTable fixed() {
    columns.set(columns.size() - 1, columns.get(columns.size() - 1).fix());
    return this;
  }

  /** The column before, or these, name a row of that table. */
  ReferenceTable in(String table, String... together) {
    references.add(new Reference(
        together.length == 0 ? List.of(columns.get(columns.size() - 1).name()) : List.of(together), table));
    return this;
  }

  ReferenceTable knownBy(String... names) {
    key = List.of(names);
    return this;
  }

  /** Rows of one owner stand together: the new ones replace the old. */
  ReferenceTable replacedTogether(String... names) {
    owner = List.of(names);
    return this;
  }

  ReferenceTable never(String column, Predicate<Map<String, String>> broken, String message) {
    rules.add(new Rule(column, broken, message));
    return this;
  }

  private ReferenceTable add(Column column) {
    columns.add(column);
    return this;
  }

  String name() {
    return name;
  }

  List<Column> columns() {
    return columns;
  }

  Optional<Column> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }

  List<Column> stored() {
    return columns.stream().filter(column -> column.write() != null).toList();
  }

  List<Reference> references() {
    return references;
  }

  List<Rule> rules() {
    return rules;
  }

  List<String> key() {
    return key;
  }

  List<String> owner() {
    return owner;
  }
}
