package org.jobline.lifecycle;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.visit.EngineerApprovalService;
import org.jobline.order.OrderNumber;
import org.jobline.referencedata.contractor.Agreement;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders whose work is done, and those called back because it was not (domain/statuses.md). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CompletionService {

  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final ContractorService contractors;
  private final EngineerApprovalService engineers;
  private final ApplicationEventPublisher events;
  private final CurrentAction current;
  private final Clock clock;

  CompletionService(
      WorkOrders orders, ReferenceData referenceData, ContractorService contractors, EngineerApprovalService engineers,
      ApplicationEventPublisher events, CurrentAction current, Clock clock) {
    this.orders = orders;
    this.referenceData = referenceData;
    this.contractors = contractors;
    this.engineers = engineers;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** @param cost empty: the contractor's rate for a remote fix, if it has one */
  void recordRemoteFix(OrderNumber number, Optional<BigDecimal> cost) {
    events.publishEvent(new FixedRemotely(number, cost, clock.instant()));
  }

  void complete(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    Instant now = clock.instant();
    order.complete(now, now.plus(recallPeriod(order)));
    events.publishEvent(new OrderCompleted(number));
    engineers.withdraw(number);
  }

  /** The contract's period if it names one, else the client's. */
  private Duration recallPeriod(WorkOrder order) {
    int days = order.contractor()
        .flatMap(contractor -> contractors.agreement(contractor, order.client(), order.site(), order.workType(),
            clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))
        .map(Agreement::recallDays)
        .orElseGet(() -> referenceData.client(order.client()).orElseThrow().recallDays());
    return Duration.ofDays(days);
  }

  /** Calls a completed order back under a new clock. */
  void recall(OrderNumber number, String priority) {
    WorkOrder order = orders.lock(number);
    current.change("priority", order.priority(), priority);
    String scheduled = order.schedule().map(Schedule::words).orElse(null);
    order.recall(priority);
    engineers.lapse(number);
    current.change("schedule", scheduled, order.schedule().orElseThrow().words());
    events.publishEvent(new OrderRecalled(number, clock.instant()));
  }
}
