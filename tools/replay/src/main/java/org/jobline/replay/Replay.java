package org.jobline.replay;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns an event log into orders, going on where an earlier replay of the same log stood. */
@Component
class Replay {

  private final Helpdesk helpdesk;
  private final LogReadings readings;
  private final Summary summary;
  private final DataSource database;
  private final TransactionTemplate transaction;

  Replay(
      Helpdesk helpdesk, LogReadings readings, Summary summary, DataSource database,
      PlatformTransactionManager transactionManager) {
    this.helpdesk = helpdesk;
    this.readings = readings;
    this.summary = summary;
    this.database = database;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /**
   * @param clients how many cases are played at once
   * @param mail    whether the log's resources and contacts get addresses, so that mails are written
   * @return whether what must always hold does so at the end
   * @throws UnreadableLogException when the file cannot be read to its end; then nothing was changed
   */
  boolean run(Path file, int clients, boolean mail, PrintStream out) {
    XesLog log = new XesLog(file);
    Survey survey = Survey.of(log);
    LogReading reading = readings.of(survey);
    reading.importReferenceData(survey, mail);
    ProgressTable.prepare(database);
    ProgressTable progress = new ProgressTable(JdbcClient.create(database), log.fingerprint());
    int before = progress.eventsFinished();
    out.printf("Replaying %s as %s: %d cases, %d events, %d clients%s%n", file.getFileName(),
        reading.type().name(), survey.cases(), survey.events(), clients, before == 0 ? "" : "; going on after event " + before);

    Meter meter = new Meter();
    CasePlayer player = new CasePlayer(helpdesk.reading(reading), progress, transaction, meter);
    ProgressBar bar = new ProgressBar(out, isTerminal(), survey.events());
    AtomicInteger cases = new AtomicInteger();
    AtomicInteger events = new AtomicInteger();
    try (Clients pool = new Clients(clients, logCase -> {
      player.play(logCase);
      bar.show(before + meter.events(), meter.actionsPerSecond());
    })) {
      log.forEachCase(logCase -> {
        cases.incrementAndGet();
        events.addAndGet(logCase.events().size());
        pool.play(logCase);
      });
      pool.finish();
    } finally {
      bar.finish();
    }
    return summary.print(out, log.fingerprint(), cases.get(), events.get(), meter);
  }

  /** Since Java 22 there is a console even where nobody looks, and it alone can tell. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
