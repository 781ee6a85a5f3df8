package org.jobline.cost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.action.Performing;
import org.jobline.engine.ProcessMessage;
import org.jobline.engine.ProcessMessages;
import org.jobline.estate.Client;
import org.jobline.estate.Estate;
import org.jobline.problem.InvalidFields;
import org.jobline.resource.Rate;
import org.jobline.resource.Resources;
import org.jobline.time.OpeningHours;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders are expected to cost (domain/money.md). */
@Service
public class Costs {

  /** Above this an agent confirms the amount. */
  private static final BigDecimal SURE_ABOVE = new BigDecimal("9999.99");

  /** Nothing anybody has to authorise. */
  private static final String BACK_TO_CALCULATED = "calculated cost";

  /** The status an order waits in for which nothing is to pay. */
  private static final String NOTHING_TO_PAY = "5.x2";

  private final OrderCostRepository costs;
  private final EstimateRepository estimates;
  private final FinalInvoices finalInvoices;
  private final WorkOrders orders;
  private final VisitCosts visitCosts;
  private final Resources resources;
  private final Estate estate;
  private final ProcessMessages messages;
  private final Performing performing;
  private final Clock clock;

  Costs(
      OrderCostRepository costs, EstimateRepository estimates, FinalInvoices finalInvoices, WorkOrders orders,
      VisitCosts visitCosts, Resources resources, Estate estate, ProcessMessages messages,
      Performing performing, Clock clock) {
    this.costs = costs;
    this.estimates = estimates;
    this.finalInvoices = finalInvoices;
    this.orders = orders;
    this.visitCosts = visitCosts;
    this.resources = resources;
    this.estate = estate;
    this.messages = messages;
    this.performing = performing;
    this.clock = clock;
  }

  /** Begins with the client's average for this type of work. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    Client client = estate.client(order.client()).orElseThrow();
    BigDecimal average = estate.averageOrderValue(order.client(), order.workType()).orElse(BigDecimal.ZERO.setScale(2));
    costs.save(new OrderCost(number.value(), client.currency(), average, null, null, null, null, false,
        visitCosts.areCovered(order), BigDecimal.ZERO, null, List.of(), null));
  }

  /** Expects the client's average again, after the type of work has changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void expectAgain(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    OrderCost cost = cost(number);
    change(cost, cost.covered(visitCosts.areCovered(order)).withAverage(
        estate.averageOrderValue(order.client(), order.workType()).orElse(BigDecimal.ZERO.setScale(2))));
  }

  /** Another resource, or none, may or may not do the work under a comprehensive contract. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resourceChanged(OrderNumber number) {
    boolean covered = visitCosts.areCovered(orders.lock(number));
    OrderCost cost = cost(number);
    if (cost.comprehensive() != covered) {
      change(cost, cost.covered(covered));
    }
  }

  /**
   * What the client is shown on top of the cost.
   *
   * @param percent from 0 to 100
   * @throws InvalidFields when it is that already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void markUp(OrderNumber number, BigDecimal percent) {
    OrderCost cost = cost(number);
    if (cost.markUpPercent().compareTo(percent) == 0) {
      throw new InvalidFields("markUp", "must be another than the present one.");
    }
    performing.change("markUp", cost.markUpPercent().stripTrailingZeros().toPlainString(),
        percent.stripTrailingZeros().toPlainString());
    costs.save(cost.markedUpBy(percent));
  }

  /** What the order is expected to cost now. */
  @Transactional(readOnly = true)
  public BigDecimal accrual(OrderNumber number) {
    return cost(number).accrual();
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
  public boolean isExpected(OrderNumber number) {
    return accrual(number).signum() > 0;
  }

  /** Empty while none is set. */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> fixedCost(OrderNumber number) {
    return Optional.ofNullable(cost(number).fixed());
  }

  @Transactional(readOnly = true)
  public boolean wasFixedRemotely(OrderNumber number) {
    return cost(number).remoteFix() != null;
  }

  /** Computes the cost of the visits made so far; a fixed cost or estimate goes before it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recalculate(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    visitCosts.of(order).ifPresent(calculated -> {
      OrderCost cost = cost(number);
      change(cost, cost.covered(visitCosts.areCovered(order)).withCalculated(
          calculated.total(), calculated.charges().stream().map(Charge::toString).toList()));
    });
  }

  /** @param amount empty: the resource's rate for remote fixes, nothing when it has none or a contract covers it */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fixedRemotely(OrderNumber number, Optional<BigDecimal> amount) {
    WorkOrder order = orders.lock(number);
    OrderCost cost = cost(number);
    BigDecimal price = amount
        .or(() -> cost.comprehensive() ? Optional.empty() : remoteFixRate(order))
        .orElse(BigDecimal.ZERO).setScale(2);
    change(cost, cost.plusRemoteFix(price));
  }

  private Optional<BigDecimal> remoteFixRate(WorkOrder order) {
    Instant now = clock.instant();
    return order.resource().flatMap(resource -> {
      OpeningHours hours = resources.openingHours(resource);
      LocalDate day = LocalDate.ofInstant(now, hours.zone());
      return resources.rateCard(resource, order.client(), Rate.Purpose.REMOTE_FIX)
          .at(new Rate.Moment(day, hours.closedDays().contains(day), hours.isOpen(now), null, true))
          .map(Rate::callOutFee);
    });
  }

  /**
   * Fixes the cost, in place of an estimate; zero goes back to the calculated cost.
   *
   * @return what was changed, for whoever has to authorise it
   * @throws InvalidFields when a high amount was not confirmed, or the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CostChange fix(OrderNumber number, BigDecimal amount, boolean sure) {
    if (amount.compareTo(SURE_ABOVE) > 0 && !sure) {
      throw new InvalidFields("sure", "must be ticked: the amount is above " + SURE_ABOVE + ".");
    }
    OrderCost after = open(number, "amount").withFixed(amount.signum() == 0 ? null : amount.setScale(2));
    if (finalInvoices.exists(number)) {
      performing.remark("a final invoice was recorded already");
    }
    return changed(after.fixed() == null ? BACK_TO_CALCULATED : "fixed cost", cost(number), after);
  }

  /**
   * Expects what was estimated, in place of a fixed cost.
   *
   * @return what was changed, for whoever has to authorise it
   * @throws InvalidFields when the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CostChange estimate(
      OrderNumber number, BigDecimal labour, Integer attendees, BigDecimal parts, BigDecimal plant) {
    OrderCost before = open(number, "labour");
    Estimate estimate = estimates.save(
        new Estimate(null, number.value(), labour, attendees, parts, plant, clock.instant()));
    performing.remark("total " + estimate.total().toPlainString());
    return changed("estimate", before, before.withEstimate(estimate.total()));
  }

  /** What the present estimate is made of; empty when none counts. */
  @Transactional(readOnly = true)
  Optional<Estimate> estimate(OrderNumber number) {
    return cost(number).estimate() == null
        ? Optional.empty() : estimates.findFirstByOrderNumberOrderByIdDesc(number.value());
  }

  /**
   * Sets what delivery costs. It comes on top of what is calculated; an estimate and a fixed cost are totals.
   *
   * @param amount empty: what was agreed with the client for this type of work
   * @return what was changed, for whoever has to authorise it
   * @throws InvalidFields when nothing was agreed, or the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public CostChange deliver(OrderNumber number, Optional<BigDecimal> amount) {
    OrderCost before = open(number, "amount");
    WorkOrder order = orders.lock(number);
    BigDecimal charge = amount.or(() -> estate.deliveryCharge(order.client(), order.workType())).orElseThrow(() ->
        new InvalidFields("calculated", "is not possible: no charge was agreed with the client for this type of work."));
    OrderCost after = before.delivered(charge.setScale(2));
    performing.change("deliveryCharge", before.deliveryCharge(), after.deliveryCharge());
    return changed(
        after.accrual().compareTo(before.accrual()) > 0 ? "delivery charge" : BACK_TO_CALCULATED, before, after);
  }

  private OrderCost open(OrderNumber number, String field) {
    OrderCost cost = cost(number);
    if (cost.setToZero()) {
      throw new InvalidFields(field, "cannot be set: the accrual of this order was set to zero for ever.");
    }
    return cost;
  }

  private CostChange changed(String kind, OrderCost before, OrderCost after) {
    performing.change("estimate", before.estimate(), after.estimate());
    performing.change("fixedCost", before.fixed(), after.fixed());
    change(before, after);
    return new CostChange(kind, before.currency(), before.accrual(), after.accrual(), before.estimate(),
        before.fixed(), before.deliveryCharge());
  }

  /** Takes a change back that was not authorised. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undo(OrderNumber number, CostChange change) {
    OrderCost cost = cost(number);
    performing.change("deliveryCharge", cost.deliveryCharge(), change.deliveryBefore());
    change(cost, cost.with(change.estimateBefore(), change.fixedBefore()).delivered(change.deliveryBefore()));
  }

  /** Neither a fixed cost nor an estimate goes before what is calculated any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void backToCalculated(OrderNumber number) {
    OrderCost cost = cost(number);
    change(cost, cost.with(null, null));
  }

  /** For ever: what was expected will not be invoiced. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void setToZero(OrderNumber number) {
    OrderCost cost = cost(number);
    if (cost.setToZero()) {
      throw new InvalidFields("confirm", "is not needed: the accrual is zero already.");
    }
    change(cost, cost.asZero());
  }

  /** An order that expected no invoice is told when there is something to pay for after all. */
  private void change(OrderCost before, OrderCost after) {
    performing.change("accrual", before.accrual(), after.accrual());
    costs.save(after);
    if (before.accrual().signum() == 0 && after.accrual().signum() > 0) {
      WorkOrder order = orders.get(new OrderNumber(after.orderNumber()));
      messages.send(ProcessMessage.MONEY_BECAME_DUE, after.orderNumber(), order.type().lifecycle(),
          order.status().code().anyType().equals(NOTHING_TO_PAY));
    }
  }

  OrderCost cost(OrderNumber number) {
    return costs.findById(number.value()).orElseThrow(() ->
        new IllegalStateException("Order " + number + " was logged without its cost"));
  }
}
