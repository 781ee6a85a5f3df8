package org.jobline.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the SQL statements a server executes for one database, by the server's own {@code pg_stat_statements}. */
final class Statements {

  private static final Pattern TABLE =
      Pattern.compile("\\b(?:from|into|update)\\s+(?:only\\s+)?\"?([a-z_][\\w.]*)", Pattern.CASE_INSENSITIVE);
  /** What the measuring itself asks for. */
  private static final Pattern OF_THE_MEASURING = Pattern.compile("replay\\.(progress|refusal)|pg_stat_statements");

  private final JdbcClient jdbc;
  private final String database;

  /** @param jdbc any database of the server in which the extension was made */
  Statements(JdbcClient jdbc, String database) {
    this.jdbc = jdbc;
    this.database = database;
  }

  /**
   * @param what  verb and first table, or the statement
   * @param calls how often executed
   * @param millis that the server took for them
   */
  record Count(String verb, String what, double calls, double millis) {

    private Count plus(Count other) {
      return new Count(verb, what, calls + other.calls, millis + other.millis);
    }

    private Count dividedBy(int actions) {
      return new Count(verb, what, calls / actions, millis / actions);
    }
  }

  /** Counts from now on. */
  void reset() {
    jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
  }

  /** Per action, the most frequent first. @param whole each statement for itself; else by verb and table */
  List<Count> perAction(int actions, boolean whole) {
    Map<String, Count> counts = new TreeMap<>();
    jdbc.sql("""
        select s.query, sum(s.calls) as calls, sum(s.total_exec_time) as millis
        from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = ? group by s.query""")
        .param(database)
        .query((row, index) ->
            count(row.getString("query"), row.getLong("calls"), row.getDouble("millis"), whole))
        .stream()
        .filter(Objects::nonNull)
        .forEach(count -> counts.merge(count.what(), count, Count::plus));
    return counts.values().stream().map(count -> count.dividedBy(actions))
        .sorted(Comparator.comparingDouble(Count::calls).reversed()).toList();
  }

  private static Count count(String query, long calls, double millis, boolean whole) {
    if (OF_THE_MEASURING.matcher(query).find()) {
      return null;
    }
    String verb = query.stripLeading().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    if (!List.of("select", "insert", "update", "delete", "with").contains(verb)) {
      return new Count("transaction", verb, calls, millis);
    }
    if (whole) {
      return new Count(verb, query.replaceAll("\\s+", " "), calls, millis);
    }
    Matcher table = TABLE.matcher(query);
    String lock = query.toLowerCase(Locale.ROOT).contains("for update") ? " for update" : "";
    return new Count(verb, verb + " " + (table.find() ? table.group(1).toLowerCase(Locale.ROOT) : "?") + lock, calls,
        millis);
  }
}
