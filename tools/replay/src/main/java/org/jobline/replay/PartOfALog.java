package org.jobline.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays the first cases of a log, as often as one likes: each time they become other orders. */
@Component
public class PartOfALog {

  private final Helpdesk helpdesk;
  private final LogReadings readings;
  private final Result result;
  private final DataSource database;
  private final TransactionTemplate transaction;

  PartOfALog(
      Helpdesk helpdesk, LogReadings readings, Result result, DataSource database,
      PlatformTransactionManager transactionManager) {
    this.helpdesk = helpdesk;
    this.readings = readings;
    this.result = result;
    this.database = database;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /**
   * Imports the reference data of the log; to be done once.
   *
   * @throws UnreadableLogException when the file cannot be read to its end; then nothing was changed
   */
  public void prepare(Path file) {
    Survey survey = Survey.of(new XesLog(file));
    readings.of(survey).importReferenceData(survey, false);
    ProgressTable.prepare(database);
  }

  /**
   * @param events whole cases are played until they have had this many
   * @param run    tells this time from the others
   * @throws UnreadableLogException         when the file cannot be read to its end
   * @throws IllegalStateException when an action was refused, since what is measured would be something else
   */
  public Pace play(Path file, int events, int clients, String run) {
    XesLog log = new XesLog(file);
    List<LogCase> cases = first(log, events);
    String name = log.fingerprint() + " " + run;
    Meter meter = new Meter();
    CasePlayer player = new CasePlayer(helpdesk.reading(readings.of(Survey.of(log))),
        new ProgressTable(JdbcClient.create(database), name), transaction, meter);
    try (Clients pool = new Clients(clients, player::play)) {
      cases.forEach(pool::play);
      pool.finish();
    }
    Map<String, Long> refusals = result.refusalsByReason(name);
    if (!refusals.isEmpty()) {
      throw new IllegalStateException("The replay was refused actions: " + refusals);
    }
    return meter.overall();
  }

  private static List<LogCase> first(XesLog log, int events) {
    List<LogCase> cases = new ArrayList<>();
    int[] taken = {0};
    log.forEachCase(logCase -> {
      if (taken[0] < events) {
        taken[0] += logCase.events().size();
        cases.add(logCase);
      }
    });
    return cases;
  }
}
