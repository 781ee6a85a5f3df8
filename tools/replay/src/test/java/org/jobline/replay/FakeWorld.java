package org.jobline.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.order.StatusCode;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A helpdesk, the replay's progress and their one database, in memory: a transaction that fails leaves nothing, and
 * the process can be killed before or right after a commit.
 */
final class FakeWorld implements Desk, Progress, TransactionOperations {

  /** As sudden as kill -9. */
  static final class KilledError extends Error {
    private static final long serialVersionUID = 1;
  }

  final List<String> journal = new ArrayList<>();
  final List<String> refusals = new ArrayList<>();
  private final Map<OrderNumber, WorkOrderState> orders = new HashMap<>();
  private final Map<Integer, CaseProgress> progress = new HashMap<>();
  private int commits;
  private int killAtCommit = -1;
  private boolean commitBeforeKill;
  private int interferences;
  private String refusedAction = "";

  void killAt(int commit, boolean afterwards) {
    killAtCommit = commit;
    commitBeforeKill = afterwards;
  }

  void liveOn() {
    killAtCommit = -1;
  }

  void interfere(int times) {
    interferences = times;
  }

  void refuse(String action) {
    refusedAction = action;
  }

  int commits() {
    return commits;
  }

  Optional<CaseProgress> progressOf(int position) {
    return Optional.ofNullable(progress.get(position));
  }

  @Override
  public <T> T execute(TransactionCallback<T> action) throws TransactionException {
    List<String> journalBefore = List.copyOf(journal);
    List<String> refusalsBefore = List.copyOf(refusals);
    Map<OrderNumber, WorkOrderState> ordersBefore = Map.copyOf(orders);
    Map<Integer, CaseProgress> progressBefore = Map.copyOf(progress);
    try {
      T result = action.doInTransaction(new SimpleTransactionStatus());
      boolean killed = commits == killAtCommit;
      if (killed && !commitBeforeKill) {
        throw new KilledError();
      }
      commits++;
      if (killed) {
        throw new KilledError();
      }
      return result;
    } catch (RuntimeException | KilledError e) {
      if (!(e instanceof KilledError && commitBeforeKill)) {
        journal.clear();
        journal.addAll(journalBefore);
        refusals.clear();
        refusals.addAll(refusalsBefore);
        orders.clear();
        orders.putAll(ordersBefore);
        progress.clear();
        progress.putAll(progressBefore);
      }
      throw e;
    }
  }

  @Override
  public OrderNumber log(LogCase logCase, Instant at) {
    refuseIfTold("log");
    OrderNumber number = new OrderNumber("R-" + (100_000 + logCase.position()));
    orders.put(number, new WorkOrderState(
        new StatusCode("1.00"), LogCodes.resource(logCase.events().get(0).group()), null, false));
    journal.add(number + " log at " + at);
    return number;
  }

  @Override
  public OrderState look(LogCase logCase, OrderNumber number) {
    return orders.get(number);
  }

  @Override
  public StatusCode perform(OrderNumber number, Step step, Instant at) {
    refuseIfTold(step.action().value());
    if (interferences > 0) {
      interferences--;
      throw new ChangedMeanwhileException(number.value());
    }
    OrderModel model = new OrderModel(orders.get(number), true);
    StatusCode status = model.perform(step, at);
    orders.put(number, model.state());
    journal.add(number + " " + step.action() + " at " + at);
    return status;
  }

  @Override
  public void letTimersExpire(OrderNumber number, Instant at) {
    journal.add(number + " timers before " + at);
  }

  @Override
  public Optional<CaseProgress> of(LogCase logCase) {
    return progressOf(logCase.position());
  }

  @Override
  public CaseProgress logged(LogCase logCase, OrderNumber number, Instant at) {
    return keep(new CaseProgress(logCase.position(), number, 0, at, null));
  }

  @Override
  public CaseProgress finished(CaseProgress before, Instant at) {
    return keep(before.next(at));
  }

  @Override
  public void refused(CaseProgress before, Step step, RefusedException refusal) {
    refusals.add(before.number() + " " + step.action() + " " + refusal.kind());
  }

  @Override
  public void refused(LogCase logCase, RefusedException refusal) {
    keep(new CaseProgress(logCase.position(), null, 0, null, null));
    refusals.add("case " + logCase.position() + " " + refusal.kind());
  }

  private CaseProgress keep(CaseProgress now) {
    progress.put(now.position(), now);
    return now;
  }

  private void refuseIfTold(String action) {
    if (action.equals(refusedAction)) {
      throw new RefusedException("told so", action + " was refused", null);
    }
  }
}
