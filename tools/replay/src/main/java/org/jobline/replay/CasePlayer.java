package org.jobline.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.order.StatusCode;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Replays one case from where it stood. Each action is a transaction of its own, as for an agent; the last one of an
 * event also records that the event is finished. A plan that was cut off in the middle is made anew from the status
 * the order then has, so that no action is taken twice.
 */
class CasePlayer {

  private static final Logger log = LoggerFactory.getLogger(CasePlayer.class);
  private static final int ATTEMPTS = 5;

  private final Desk desk;
  private final Progress progress;
  private final TransactionOperations transaction;
  private final Meter meter;

  CasePlayer(Desk desk, Progress progress, TransactionOperations transaction, Meter meter) {
    this.desk = desk;
    this.progress = progress;
    this.transaction = transaction;
    this.meter = meter;
  }

  void play(LogCase logCase) {
    if (logCase.events().isEmpty()) {
      return;
    }
    CaseProgress done = progress.of(logCase).orElseGet(() -> log(logCase));
    if (done.number() == null) {
      logCase.events().stream().skip(done.eventsDone()).forEach(event -> meter.eventFinished(false));
      return;
    }
    for (LogEvent event : logCase.events().subList(done.eventsDone(), logCase.events().size())) {
      Instant at = CaseTime.of(event, done.lastAt(), done.loggedAt());
      done = play(logCase, event, at, done);
      meter.eventFinished(CaseTime.corrected(event, at));
    }
  }

  private CaseProgress log(LogCase logCase) {
    Instant at = CaseTime.ofLogging(logCase);
    try {
      return meter.timed(() -> transaction.execute(
          state -> progress.logged(logCase, desk.log(logCase, at), at)));
    } catch (RefusedException refusal) {
      log.warn("Case {} was not logged: {}", logCase.name(), refusal.getMessage());
      transaction.executeWithoutResult(state -> progress.refused(logCase, refusal));
      return new CaseProgress(logCase.position(), null, 0, at, null);
    }
  }

  private CaseProgress play(LogCase logCase, LogEvent event, Instant at, CaseProgress before) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(logCase, event, at, before);
      } catch (ChangedMeanwhileException | ConcurrencyFailureException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        log.debug("{} was changed meanwhile, attempt {}", before.number(), attempt, e);
      }
    }
  }

  private CaseProgress attempt(LogCase logCase, LogEvent event, Instant at, CaseProgress before) {
    OrderState order = desk.look(logCase, before.number());
    if (order.mayBeOver()) {
      desk.letTimersExpire(before.number(), at);
      order = desk.look(logCase, before.number());
    }
    List<Step> plan = order.plan(event, at);
    while (true) {
      Step step = plan.get(0);
      List<Step> rest = plan.subList(1, plan.size());
      try {
        Outcome outcome = meter.timed(() -> transaction.execute(
            state -> take(step, rest, at, before)));
        if (outcome.finished().isPresent()) {
          return outcome.finished().get();
        }
        plan = outcome.rest();
      } catch (RefusedException refusal) {
        log.warn("{}: {}", before.number(), refusal.getMessage());
        return transaction.execute(state -> {
          progress.refused(before, step, refusal);
          return progress.finished(before, at);
        });
      }
    }
  }

  private Outcome take(Step step, List<Step> rest, Instant at, CaseProgress before) {
    StatusCode reached = desk.perform(before.number(), step, at);
    List<Step> applying = rest.stream().dropWhile(next -> !next.appliesIn(reached)).toList();
    return new Outcome(
        applying, applying.isEmpty() ? Optional.of(progress.finished(before, at)) : Optional.empty());
  }

  private record Outcome(List<Step> rest, Optional<CaseProgress> finished) {}
}
