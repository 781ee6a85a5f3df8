package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.contractor.Rate;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What it costs when somebody puts things right from where he is. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RemoteFixCostService {

  private final CostLedger ledger;
  private final RemoteFixRepository remoteFixes;
  private final WorkOrders orders;
  private final ContractorService contractors;
  private final Clock clock;

  RemoteFixCostService(
      CostLedger ledger, RemoteFixRepository remoteFixes, WorkOrders orders, ContractorService contractors,
      Clock clock) {
    this.ledger = ledger;
    this.remoteFixes = remoteFixes;
    this.orders = orders;
    this.contractors = contractors;
    this.clock = clock;
  }

  /** @param amount empty: the contractor's rate for remote fixes, nothing when it has none or a contract covers it */
  void add(OrderNumber number, Optional<BigDecimal> amount) {
    WorkOrder order = orders.lock(number);
    OrderCost cost = ledger.of(number);
    BigDecimal price = amount
        .or(() -> cost.basis().comprehensive() ? Optional.empty() : remoteFixRate(order))
        .orElse(BigDecimal.ZERO).setScale(2);
    remoteFixes.save(new RemoteFix(null, number.value(), order.contractor().orElse(null), clock.instant()));
    ledger.change(cost, cost.plusRemoteFix(price));
  }

  private Optional<BigDecimal> remoteFixRate(WorkOrder order) {
    Instant now = clock.instant();
    return order.contractor().flatMap(contractor -> {
      OpeningHours hours = contractors.openingHours(contractor);
      LocalDate day = LocalDate.ofInstant(now, hours.zone());
      return contractors.rateCard(contractor, order.client(), Rate.Purpose.REMOTE_FIX)
          .at(new Rate.Moment(day, hours.closedDays().contains(day), hours.isOpen(now), null, true))
          .map(Rate::callOutFee);
    });
  }
}
