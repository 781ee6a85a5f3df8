package org.jobline.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jobline.JoblineApplication;
import org.jobline.replay.Pace;
import org.jobline.replay.PartOfALog;
import org.jobline.replay.ReplayEnvironment;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * What our actions cost beside those of an empty flow on the same engine: both in turn, in one process and on one
 * database server, with what each asks of the server. {@code --log=<file.xes[.gz]>} and if wanted {@code --actions=},
 * {@code --rounds=}, {@code --clients=}, {@code --warm-up=} (actions), {@code --directory=}; {@code --queries} lists our
 * statements one by one.
 */
public final class Comparison {

  private static final String EMPTY = "empty_flow";
  private static final String OURS = "postgres";
  /** Events of the incident log come to about that many actions each. */
  private static final double ACTIONS_PER_EVENT = 1.55;
  private static final int LINES = 40;

  private final PrintStream out = System.out;
  private final Path log;
  private final int actions;
  private final int warmUp;
  private final int rounds;
  private final int clients;
  private final Path directory;
  private final boolean queries;

  private Comparison(DefaultApplicationArguments options) {
    this.log = Path.of(option(options, "log", null));
    this.actions = Integer.parseInt(option(options, "actions", "5000"));
    this.warmUp = Integer.parseInt(option(options, "warm-up", "5000"));
    this.rounds = Integer.parseInt(option(options, "rounds", "3"));
    this.clients = Integer.parseInt(option(options, "clients", "4"));
    this.directory = Path.of(option(options, "directory", "target/comparison"));
    this.queries = options.containsOption("queries");
  }

  private static String option(DefaultApplicationArguments options, String name, String otherwise) {
    List<String> values = options.getOptionValues(name);
    if (values == null && otherwise == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return values == null ? otherwise : values.get(0);
  }

  public static void main(String[] args)
      throws IOException, SQLException, ExecutionException, InterruptedException {
    new Comparison(new DefaultApplicationArguments(args)).run();
  }

  /** What one of the two came to in one round. */
  private record Round(Pace pace, List<Statements.Count> statements) {}

  private void run() throws IOException, SQLException, ExecutionException, InterruptedException {
    FileSystemUtils.deleteRecursively(directory);
    prepareServer();
    try (ConfigurableApplicationContext helpdesk = helpdesk()) {
      DataSource database = helpdesk.getBean(DataSource.class);
      execute(database, "create extension pg_stat_statements", "create database " + EMPTY);
      PartOfALog replay = helpdesk.getBean(PartOfALog.class);
      JdbcClient jdbc = JdbcClient.create(database);
      try (EmptyFlow emptyFlow = new EmptyFlow(url(database, EMPTY))) {
        replay.prepare(log);
        replay.play(log, events(warmUp), clients, "warm-up");
        emptyFlow.play(instances(warmUp), clients);
        compare(emptyFlow, replay, jdbc);
      }
    }
    FileSystemUtils.deleteRecursively(directory);
  }

  private void compare(EmptyFlow emptyFlow, PartOfALog replay, JdbcClient jdbc)
      throws ExecutionException, InterruptedException {
    List<Round> empty = new ArrayList<>();
    List<Round> ours = new ArrayList<>();
    line("%n%-8s %-12s %9s %9s %9s %9s %10s %9s %6s", "Round", "", "actions", "actions/s", "p50 ms", "p95 ms",
        "statements", "DB ms", "load");
    for (int round = 1; round <= rounds; round++) {
      Statements ofEmpty = new Statements(jdbc, EMPTY);
      ofEmpty.reset();
      Pace pace = emptyFlow.play(instances(actions), clients);
      empty.add(show(round, "empty flow", new Round(pace, ofEmpty.perAction(pace.actions(), false))));

      Statements ofOurs = new Statements(jdbc, OURS);
      ofOurs.reset();
      pace = replay.play(log, events(actions), clients, "round " + round);
      ours.add(show(round, "our replay", new Round(pace, ofOurs.perAction(pace.actions(), false))));
      if (queries && round == rounds) {
        line("%nEach of our statements: calls per action");
        ofOurs.perAction(pace.actions(), true).forEach(query -> line("  %8.2f  %s", query.calls(), query.what()));
      }
    }
    line("%nActions per second, median of %d: empty flow %.1f, our replay %.1f, ratio %.2f", rounds, median(empty),
        median(ours), median(ours) / median(empty));
    statements(empty.get(rounds - 1).statements(), ours.get(rounds - 1).statements());
  }

  private Round show(int round, String which, Round done) {
    Pace pace = done.pace();
    line("%-8d %-12s %9d %9.1f %9.1f %9.1f %10.1f %9.2f %6.1f", round, which, pace.actions(), pace.actionsPerSecond(),
        pace.p50(), pace.p95(), done.statements().stream().mapToDouble(Statements.Count::calls).sum(),
        done.statements().stream().mapToDouble(Statements.Count::millis).sum(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return done;
  }

  private void statements(List<Statements.Count> empty, List<Statements.Count> ours) {
    Map<String, Double> ofEmpty = byVerb(empty);
    Map<String, Double> ofOurs = byVerb(ours);
    line("%nStatements per action in the last round: %.1f in the empty flow, %.1f in ours", sum(ofEmpty), sum(ofOurs));
    TreeSet<String> verbs = new TreeSet<>(ofEmpty.keySet());
    verbs.addAll(ofOurs.keySet());
    verbs.forEach(verb -> line("  %-14s %8.2f %8.2f", verb, ofEmpty.getOrDefault(verb, 0.0),
        ofOurs.getOrDefault(verb, 0.0)));
    detail("empty flow", empty);
    detail("our replay", ours);
  }

  private void detail(String which, List<Statements.Count> counts) {
    line("%nOf these, %s: calls per action, ms of the database per action", which);
    counts.stream().limit(LINES)
        .forEach(count -> line("  %8.2f %8.3f  %s", count.calls(), count.millis(), count.what()));
  }

  private static Map<String, Double> byVerb(List<Statements.Count> counts) {
    Map<String, Double> byVerb = new TreeMap<>();
    counts.forEach(count -> byVerb.merge(count.verb(), count.calls(), Double::sum));
    return byVerb;
  }

  private static double sum(Map<String, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double median(List<Round> rounds) {
    return rounds.stream().mapToDouble(round -> round.pace().actionsPerSecond()).sorted().toArray()[rounds.size() / 2];
  }

  private static int instances(int actions) {
    return Math.max(1, actions / EmptyFlow.ACTIONS_PER_INSTANCE);
  }

  private static int events(int actions) {
    return (int) Math.ceil(actions / ACTIONS_PER_EVENT);
  }

  /** The product starts the server that lies there, with its own settings; what those lack is set before. */
  private void prepareServer() throws IOException, SQLException {
    Files.createDirectories(directory);
    try (EmbeddedPostgres server = EmbeddedPostgres.builder()
        .setDataDirectory(directory.resolve("postgres").toAbsolutePath())
        .setCleanDataDirectory(false)
        .setServerConfig("unix_socket_directories", "")
        .start()) {
      execute(server.getPostgresDatabase(), "alter system set shared_preload_libraries = 'pg_stat_statements'",
          "alter system set pg_stat_statements.max = 10000");
    }
  }

  private ConfigurableApplicationContext helpdesk() {
    Map<String, Object> settings = new TreeMap<>(ReplayEnvironment.SETTINGS);
    settings.put("jobline.demo", "false");
    settings.put("jobline.embedded-database.directory", directory.toString());
    settings.put("logging.level.root", "warn");
    return new SpringApplicationBuilder(JoblineApplication.class)
        .run(settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new));
  }

  private static void execute(DataSource database, String... commands) throws SQLException {
    try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  private static String url(DataSource server, String database) throws SQLException {
    try (Connection connection = server.getConnection()) {
      return connection.getMetaData().getURL().replace("/" + OURS + "?", "/" + database + "?");
    }
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
