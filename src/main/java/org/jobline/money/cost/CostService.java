package org.jobline.money.cost;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.batch.Accruals;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.PriceAuthorised;
import org.jobline.order.PriceRefused;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders are expected to cost (domain/money.md). */
@Service
public class CostService implements Accruals {

  /** Stands for the type of work of an order that is for none. */
  private static final String NO_WORK = "";

  private final OrderCosts costs;
  private final CostLedger ledger;
  private final WorkOrders workOrders;
  private final VisitCosts visitCosts;
  private final ReferenceData referenceData;
  private final CurrentAction current;
  private final ApplicationEventPublisher events;

  CostService(
      OrderCosts costs, CostLedger ledger, WorkOrders workOrders, VisitCosts visitCosts, ReferenceData referenceData,
      CurrentAction current, ApplicationEventPublisher events) {
    this.costs = costs;
    this.ledger = ledger;
    this.workOrders = workOrders;
    this.visitCosts = visitCosts;
    this.referenceData = referenceData;
    this.current = current;
    this.events = events;
  }

  /** Begins with the client's average for this type of work. */
  @Transactional(propagation = Propagation.MANDATORY)
  void create(OrderNumber number) {
    WorkOrder order = workOrders.lock(number);
    Client client = referenceData.client(order.client()).orElseThrow();
    OrderCost cost = OrderCost.expecting(number.value(), client.currency(),
        CostBasis.NONE.withAverage(average(order)).withComprehensiveCover(visitCosts.areCovered(order)));
    costs.save(cost.isAllowed(order.workType()) ? cost.allow(order.workType()) : cost);
  }

  /** Expects the client's average again, after the type of work has changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  void resetToAverage(OrderNumber number) {
    WorkOrder order = workOrders.lock(number);
    OrderCost cost = ledger.of(number);
    ledger.change(cost, cost.withComprehensiveCover(visitCosts.areCovered(order)).withAverage(average(order)));
  }

  private BigDecimal average(WorkOrder order) {
    return referenceData.averageOrderValue(order.client(), order.workType()).orElse(CostBasis.ZERO);
  }

  /** Another contractor, or none, may or may not do the work under a comprehensive contract. */
  @Transactional(propagation = Propagation.MANDATORY)
  void contractorChanged(OrderNumber number) {
    boolean covered = visitCosts.areCovered(workOrders.lock(number));
    OrderCost cost = ledger.of(number);
    if (cost.basis().comprehensive() != covered) {
      ledger.change(cost, cost.withComprehensiveCover(covered));
    }
  }

  /**
   * What the client is shown on top of the cost.
   *
   * @param percent from 0 to 100
   * @throws InvalidFieldsException when it is that already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void markUp(OrderNumber number, BigDecimal percent) {
    OrderCost cost = ledger.of(number);
    if (cost.markUpPercent().compareTo(percent) == 0) {
      throw new InvalidFieldsException("markUp", "Mark-up is already at this rate.");
    }
    current.change("markUp", cost.markUpPercent().stripTrailingZeros().toPlainString(),
        percent.stripTrailingZeros().toPlainString());
    costs.save(cost.withMarkUp(percent));
  }

  /** What the order is expected to cost now. */
  @Override
  @Transactional(readOnly = true)
  public BigDecimal accrual(OrderNumber number) {
    return ledger.find(number).map(OrderCost::accrual).orElse(CostBasis.ZERO);
  }

  /** What an order is expected to cost, in its client's currency. */
  public record Accrual(String currency, BigDecimal amount) {}

  /** What each of several orders is expected to cost now, by its number. */
  @Transactional(readOnly = true)
  public Map<String, Accrual> accruals(Collection<String> numbers) {
    return costs.findAllById(numbers).stream()
        .collect(Collectors.toMap(OrderCost::orderNumber, cost -> new Accrual(cost.currency(), cost.accrual())));
  }

  @Transactional(readOnly = true)
  public boolean hasAccrual(OrderNumber number) {
    return accrual(number).signum() > 0;
  }

  /** Empty while none is set. */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> fixedCost(OrderNumber number) {
    return ledger.find(number).map(cost -> cost.basis().fixed());
  }

  @Transactional(readOnly = true)
  public boolean wasFixedRemotely(OrderNumber number) {
    return ledger.of(number).basis().remoteFix() != null;
  }

  /** Computes the cost of the visits made so far; a fixed cost or estimate overrides it. */
  @Transactional(propagation = Propagation.MANDATORY)
  void recalculate(OrderNumber number) {
    WorkOrder order = workOrders.lock(number);
    visitCosts.of(order).ifPresent(calculated -> {
      OrderCost cost = ledger.of(number);
      ledger.change(cost, cost.withComprehensiveCover(visitCosts.areCovered(order)).withCalculated(
          calculated.total(), calculated.parts(), calculated.charges().stream().map(Charge::toString).toList()));
    });
  }

  /** Whether the order has a cost to authorise: a work order always, any other once its price is known. */
  @Transactional(readOnly = true)
  public boolean isKept(Order order) {
    return ledger.find(order.number()).isPresent() || workOrders.isWorkOrder(order);
  }

  /** Whether what the order may come to cost needs nobody's word, as far as that is known without asking the rules. */
  @Transactional(readOnly = true)
  public boolean isAllowed(Order order) {
    return ledger.of(order.number()).isAllowed(workType(order));
  }

  private String workType(Order order) {
    return workOrders.find(order).map(WorkOrder::workType).orElse(NO_WORK);
  }

  /** What was changed since the order's cost was last allowed. */
  @Transactional(readOnly = true)
  public CostChange change(OrderNumber number) {
    return ledger.changeOf(number);
  }

  /** Remembers the present cost as one that needs nobody's word, to which a refused change goes back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void allow(Order order) {
    OrderCost cost = ledger.of(order.number());
    OrderCost allowed = cost.allow(workType(order));
    if (!cost.equals(allowed)) {
      costs.save(allowed);
    }
  }

  /** @param commitment what the order may come to cost from now on without anybody being asked */
  @Transactional(propagation = Propagation.MANDATORY)
  public void authorise(OrderNumber number, BigDecimal commitment) {
    OrderCost cost = ledger.of(number);
    costs.save(cost.authorise(commitment));
    if (cost.basis().price() != null) {
      events.publishEvent(new PriceAuthorised(number));
    }
  }

  /** The accrual when the cost was last allowed. */
  @Transactional(readOnly = true)
  public BigDecimal lastAllowedAccrual(OrderNumber number) {
    return ledger.of(number).lastAllowed().accrual();
  }

  /** The fixed cost when the cost was last allowed; empty when there was none. */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> lastAllowedFixedCost(OrderNumber number) {
    return Optional.ofNullable(ledger.of(number).lastAllowed().fixed());
  }

  /** Takes back whatever was changed since the cost was last allowed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeBack(Order order) {
    OrderCost cost = ledger.of(order.number());
    OrderCost before = cost.takenBack(workType(order));
    current.change("deliveryCharge", cost.basis().deliveryCharge(), before.basis().deliveryCharge());
    ledger.change(cost, before);
    if (cost.basis().price() != null) {
      events.publishEvent(new PriceRefused(order.number(), cost.accrual(), before.accrual()));
    }
  }

  /** Drops a fixed cost or estimate, so that the calculated cost counts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void backToCalculated(OrderNumber number) {
    OrderCost cost = ledger.of(number);
    ledger.change(cost, cost.backToCalculated());
  }
}
