package org.jobline.modelling;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table must have so that the application can ask it.
 *
 * @param inputs types by the expressions of their columns
 * @param reads the one input whose values the application asks for, and what it asks; rows for others say that they are
 *     not in force
 * @param answersAlways whether every question must find a row
 * @param columns what is read of a row, by name
 */
record TableContract(
    String key, List<String> hitPolicies, Map<String, String> inputs, Optional<Reads> reads, boolean answersAlways,
    Map<String, Column> columns) {

  private static final String TEXT = "string";
  private static final List<String> ONE_ROW = List.of("FIRST", "UNIQUE");
  private static final List<String> ALL_ROWS = List.of("COLLECT", "RULE ORDER");

  /** @param mayBeEmpty whether a row may leave it out */
  record Column(String type, Content content, boolean mayBeEmpty, boolean isInForce) {

    Column optional() {
      return new Column(type, content, true, isInForce);
    }

    Column notInForce() {
      return new Column(type, content, mayBeEmpty, false);
    }
  }

  /** @param values all that is asked for in this input */
  record Reads(String input, Set<String> values) {}

  /** What a cell must be. */
  interface Content {

    /** What would be right, if this is not. */
    Optional<String> objection(@Nullable Object value);
  }

  /**
   * The tables that the application asks.
   *
   * @param types the names of the types of order
   */
  static List<TableContract> all(List<String> types) {
    return List.of(
        new TableContract("sla-targets", ONE_ROW, texts("client", "priority"), Optional.empty(), true, columns(
            "clock", text(oneOf("around the clock", "opening hours")),
            "respondOperational", text(TableContract::duration).optional().notInForce(),
            "temporaryFixOperational", text(TableContract::duration).optional().notInForce(),
            "fixOperational", text(TableContract::duration).optional().notInForce(),
            "respondDown", text(TableContract::duration).optional(),
            "temporaryFixDown", text(TableContract::duration).optional(),
            "fixDown", text(TableContract::duration).optional())),
        new TableContract("sla-tolerances", ONE_ROW, texts("client", "priority"), Optional.empty(), true, columns(
            "atRiskAfter", number(TableContract::part),
            "appointmentTolerance", text(TableContract::duration))),
        new TableContract("sla-escalation", List.of("FIRST"),
            inputs("level", "integer", "client", TEXT, "priority", TEXT), Optional.empty(), false, columns(
            "overrun", number(TableContract::share).optional(),
            "told", text(oneOf("desk", "desk and escalation contacts")))),
        new TableContract("quote-terms", ONE_ROW, texts("client"), Optional.empty(), true, columns(
            "replyWorkingDays", new Column("integer", TableContract::countable, false, true),
            "reminders", new Column("integer", TableContract::countable, false, true))),
        new TableContract("chase-times", ONE_ROW, texts("occasion"),
            reads("occasion", "no answer", "quote reply-by passed"), false, columns(
            "after", text(TableContract::duration),
            "shareOfRespond", number(TableContract::share).optional())),
        new TableContract("supplier-chase-times", ONE_ROW, texts("occasion"),
            reads("occasion", "supplier not reached", "order not acknowledged", "delivery due soon", "delivery overdue",
                "credit note missing"), false, columns("after", text(TableContract::duration))),
        new TableContract("resource-ranking", ONE_ROW, texts("kind"),
            reads("kind", "warranty", "internal", "contract", "sra", "covers"), false, columns(
            "position", new Column("integer", TableContract::countable, false, true),
            "why", text(TableContract::words))),
        new TableContract("cis-rates", List.of("FIRST"), inputs("status", TEXT, "day", "integer"),
            reads("status", "not registered", "gross", "standard", "higher"), false, columns(
            "percent", number(TableContract::percent))),
        new TableContract("vat-rates", List.of("FIRST"), inputs("country", TEXT, "day", "integer"),
            Optional.empty(), false, columns("percent", number(TableContract::percent))),
        new TableContract("authorisation-rules", ALL_ROWS,
            inputs("kind", TEXT, "type", TEXT, "client", TEXT, "workType", TEXT, "amount", "double"),
            Optional.empty(), false, columns(
            "level", new Column("integer", TableContract::countable, false, true),
            "profile", text(TableContract::words),
            "reason", text(TableContract::words))),
        new TableContract("conversions", ALL_ROWS, texts("type"), Optional.empty(), false, columns(
            "target", text(oneOf(types.toArray(String[]::new))))),
        new TableContract("information-kinds", ALL_ROWS, texts("status"), Optional.empty(), false, columns(
            "kind", text(oneOf("information required", "information given", "for the record")))));
  }

  private static Map<String, String> texts(String... names) {
    return Stream.of(names).collect(Collectors.toMap(name -> name, name -> TEXT, (a, b) -> a, LinkedHashMap::new));
  }

  private static Map<String, String> inputs(String... namesAndTypes) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      inputs.put(namesAndTypes[i], namesAndTypes[i + 1]);
    }
    return inputs;
  }

  private static Optional<Reads> reads(String input, String... values) {
    return Optional.of(new Reads(input, new TreeSet<>(List.of(values))));
  }

  private static Map<String, Column> columns(Object... namesAndColumns) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndColumns.length; i += 2) {
      columns.put((String) namesAndColumns[i], (Column) namesAndColumns[i + 1]);
    }
    return columns;
  }

  private static Column text(Content content) {
    return new Column(TEXT, content, false, true);
  }

  private static Column number(Content content) {
    return new Column("double", content, false, true);
  }

  private static Content oneOf(String... values) {
    return value -> value != null && List.of(values).contains(value)
        ? Optional.empty()
        : Optional.of("one of \"" + String.join("\", \"", values) + "\", in quotation marks");
  }

  private static Optional<String> duration(@Nullable Object value) {
    try {
      return value instanceof String text && !Duration.parse(text).isNegative()
          ? Optional.empty()
          : Optional.of("a length of time, e.g. \"PT30M\", \"PT4H\" or \"P2D\", in quotation marks");
    } catch (DateTimeParseException e) {
      return duration(null);
    }
  }

  private static Optional<String> words(@Nullable Object value) {
    return value instanceof String text && !text.isBlank()
        ? Optional.empty()
        : Optional.of("text in quotation marks");
  }

  private static Optional<String> countable(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() % 1 == 0
        ? Optional.empty()
        : Optional.of("a number, e.g. 1");
  }

  private static Optional<String> percent(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 100
        ? Optional.empty()
        : Optional.of("a number from 0 to 100");
  }

  private static Optional<String> part(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1
        ? Optional.empty()
        : Optional.of("a share above 0 and up to 1, such as 0.75");
  }

  private static Optional<String> share(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() >= 0
        ? Optional.empty()
        : Optional.of("a share, e.g. 0.25");
  }
}
