package org.jobline.purchasing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionLog;
import org.jobline.action.AfterAction;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.purchasing.SupplierChaseRepository.Row;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has the desk get in touch with suppliers that are late, once for each time the table of chase times gives. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SupplierChaseService implements AfterAction {

  private static final ActionKey KEY = new ActionKey("supplier-to-be-chased");
  private static final Row NEVER = new Row(null, null);

  private final SupplierChaseRepository chases;
  private final SupplierChaseTimes times;
  private final PurchaseOrders orders;
  private final ReferenceData referenceData;
  private final ActionLog log;
  private final CurrentAction current;
  private final Clock clock;

  SupplierChaseService(
      SupplierChaseRepository chases, SupplierChaseTimes times, PurchaseOrders orders, ReferenceData referenceData,
      ActionLog log, CurrentAction current, Clock clock) {
    this.chases = chases;
    this.times = times;
    this.orders = orders;
    this.referenceData = referenceData;
    this.log = log;
    this.current = current;
    this.clock = clock;
  }

  /** Each action may change what is waited for, and until when. */
  @Override
  public void ended(Order order) {
    orders.findOf(order).ifPresent(this::plan);
  }

  private void plan(PurchaseOrder order) {
    ChasePlan plan = plan(order.order(), order);
    Map<ChaseReason, Row> rows = chases.of(order.number());
    for (ChaseReason reason : ChaseReason.values()) {
      Row row = rows.getOrDefault(reason, NEVER);
      Instant due = plan.due(reason, times.of(reason), row.last())
          .filter(at -> reason != ChaseReason.DELIVERY_SOON || isAhead(at, row)).orElse(null);
      if (!Objects.equals(due, row.due())) {
        chases.plan(order.number(), reason, due);
      }
    }
  }

  /** What is promised for tomorrow needs no reminder of it, unless that was planned before. */
  private boolean isAhead(Instant at, Row row) {
    return at.isAfter(clock.instant()) || at.equals(row.due());
  }

  private ChasePlan plan(Order order, PurchaseOrder bought) {
    return new ChasePlan(bought, referenceData.site(order.site()).orElseThrow().timeZone());
  }

  /** @return what the desk was told; empty when it need not be told yet, or no more */
  Optional<String> chase(OrderNumber number, ChaseReason reason) {
    PurchaseOrder order = orders.lock(number);
    ChasePlan plan = plan(order.order(), order);
    Instant now = clock.instant();
    Instant last = chases.of(number).getOrDefault(reason, NEVER).last();
    Duration wait = times.of(reason);
    Optional<Instant> due = plan.due(reason, wait, last);
    if (due.filter(at -> !at.isAfter(now)).isEmpty() || order.order().locked()) {
      chases.plan(number, reason, due.orElse(null));
      return Optional.empty();
    }
    log.beginSystemActionIfNone(order.order(), KEY, "Supplier to be chased");
    chases.chased(number, reason, now);
    order.contactAgain(now);
    String words = plan.words(reason);
    current.note(words);
    return Optional.of(words);
  }
}
