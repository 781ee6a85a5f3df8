package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.platform.error.InvalidFields;
import org.jobline.platform.time.OpeningHours;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.Estate;
import org.jobline.referencedata.resource.Rate;
import org.jobline.referencedata.resource.Resources;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What orders are expected to cost (domain/money.md). */
@Service
public class Costs {

  /** Above this an agent confirms the amount. */
  private static final BigDecimal SURE_ABOVE = new BigDecimal("9999.99");

  /** The status an order waits in for which nothing is to pay. */

  private final OrderCosts costs;
  private final EstimateRepository estimates;
  private final RemoteFixRepository remoteFixes;
  private final ObjectProvider<Billing> billing;
  private final WorkOrders orders;
  private final VisitCosts visitCosts;
  private final Resources resources;
  private final Estate estate;
  private final ProcessMessages messages;
  private final CurrentAction current;
  private final Clock clock;

  Costs(
      OrderCosts costs, EstimateRepository estimates, RemoteFixRepository remoteFixes,
      ObjectProvider<Billing> billing, WorkOrders orders, VisitCosts visitCosts, Resources resources, Estate estate,
      ProcessMessages messages, CurrentAction current, Clock clock) {
    this.costs = costs;
    this.estimates = estimates;
    this.remoteFixes = remoteFixes;
    this.billing = billing;
    this.orders = orders;
    this.visitCosts = visitCosts;
    this.resources = resources;
    this.estate = estate;
    this.messages = messages;
    this.current = current;
    this.clock = clock;
  }

  /** Begins with the client's average for this type of work. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    Client client = estate.client(order.client()).orElseThrow();
    OrderCost cost = OrderCost.expecting(number.value(), client.currency(),
        CostBasis.NOTHING.withAverage(average(order)).covered(visitCosts.areCovered(order)));
    costs.save(cost.isAllowed(order.workType()) ? cost.allow(order.workType()) : cost);
  }

  /** Expects the client's average again, after the type of work has changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void expectAgain(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    OrderCost cost = cost(number);
    change(cost, cost.covered(visitCosts.areCovered(order)).withAverage(average(order)));
  }

  private BigDecimal average(WorkOrder order) {
    return estate.averageOrderValue(order.client(), order.workType()).orElse(CostBasis.ZERO);
  }

  /** Another resource, or none, may or may not do the work under a comprehensive contract. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void resourceChanged(OrderNumber number) {
    boolean covered = visitCosts.areCovered(orders.lock(number));
    OrderCost cost = cost(number);
    if (cost.basis().comprehensive() != covered) {
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
      throw new InvalidFields("markUp", "Mark-up is already at this rate.");
    }
    current.change("markUp", cost.markUpPercent().stripTrailingZeros().toPlainString(),
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
    return Optional.ofNullable(cost(number).basis().fixed());
  }

  @Transactional(readOnly = true)
  public boolean wasFixedRemotely(OrderNumber number) {
    return cost(number).basis().remoteFix() != null;
  }

  /** Computes the cost of the visits made so far; a fixed cost or estimate goes before it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recalculate(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    visitCosts.of(order).ifPresent(calculated -> {
      OrderCost cost = cost(number);
      change(cost, cost.covered(visitCosts.areCovered(order)).withCalculated(
          calculated.total(), calculated.parts(), calculated.charges().stream().map(Charge::toString).toList()));
    });
  }

  /** @param amount empty: the resource's rate for remote fixes, nothing when it has none or a contract covers it */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fixedRemotely(OrderNumber number, Optional<BigDecimal> amount) {
    WorkOrder order = orders.lock(number);
    OrderCost cost = cost(number);
    BigDecimal price = amount
        .or(() -> cost.basis().comprehensive() ? Optional.empty() : remoteFixRate(order))
        .orElse(BigDecimal.ZERO).setScale(2);
    remoteFixes.save(new RemoteFix(null, number.value(), order.resource().orElse(null), clock.instant()));
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
   * @throws InvalidFields when a high amount was not confirmed, the staged payments come to more, or the accrual was
   *     set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void fix(OrderNumber number, BigDecimal amount, boolean sure) {
    if (amount.compareTo(SURE_ABOVE) > 0 && !sure) {
      throw new InvalidFields("sure", "Check the amount and tick to confirm: it is over "
          + String.format(Locale.UK, "%,.2f", SURE_ABOVE) + ".");
    }
    OrderCost before = open(number, "amount");
    checkStages(number, "amount", amount);
    if (billing.getObject().isSettled(number)) {
      current.note("final invoice already recorded");
    }
    if (amount.signum() == 0) {
      change(before, before.backToCalculated());
    } else {
      typed(before, before.withFixed(amount), "the fixed cost");
    }
  }

  /**
   * Expects what was estimated, in place of a fixed cost.
   *
   * @throws InvalidFields when the fixed cost has staged payments, or the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void estimate(
      OrderNumber number, BigDecimal labour, @Nullable Integer attendees, BigDecimal parts, BigDecimal plant) {
    OrderCost before = open(number, "labour");
    checkStages(number, "labour", BigDecimal.ZERO);
    Estimate estimate = estimates.save(
        new Estimate(null, number.value(), labour, attendees, parts, plant, clock.instant()));
    current.note("total " + estimate.total().toPlainString());
    typed(before, before.withEstimate(estimate.total()), "the estimate");
  }

  /** What was promised in stages must stand under a fixed cost that is as high. */
  private void checkStages(OrderNumber number, String field, BigDecimal fixed) {
    BigDecimal staged = billing.getObject().staged(number);
    if (staged.compareTo(fixed) > 0) {
      throw new InvalidFields(field, fixed.signum() == 0
          ? "The fixed cost can't be removed while there are staged payments of " + staged + ". Change them first."
          : "The fixed cost must be at least " + staged + ", the total of the staged payments. Change them first.");
    }
  }

  private void typed(OrderCost before, OrderCost after, String what) {
    current.change("estimate", before.basis().estimate(), after.basis().estimate());
    current.change("fixedCost", before.basis().fixed(), after.basis().fixed());
    change(before, after);
    if (after.basis().comprehensive()) {
      current.note(what + " has no effect while the contract covers the work");
    }
  }

  /** What the present estimate is made of; empty when none counts. */
  @Transactional(readOnly = true)
  Optional<Estimate> estimate(OrderNumber number) {
    return cost(number).basis().estimate() == null
        ? Optional.empty() : estimates.findFirstByOrderNumberOrderByIdDesc(number.value());
  }

  /**
   * Sets what delivery costs. It comes on top of what is calculated; an estimate and a fixed cost are totals.
   *
   * @param amount empty: what was agreed with the client for this type of work
   * @throws InvalidFields when nothing was agreed, or the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void deliver(OrderNumber number, Optional<BigDecimal> amount) {
    OrderCost before = open(number, "amount");
    WorkOrder order = orders.lock(number);
    BigDecimal charge = amount.or(() -> estate.deliveryCharge(order.client(), order.workType())).orElseThrow(() ->
        new InvalidFields("calculated",
            "No delivery charge was agreed with the client for this work type. Enter an amount."));
    OrderCost after = before.delivered(charge);
    current.change("deliveryCharge", before.basis().deliveryCharge(), after.basis().deliveryCharge());
    change(before, after);
  }

  private OrderCost open(OrderNumber number, String field) {
    OrderCost cost = cost(number);
    if (cost.setToZero()) {
      throw new InvalidFields(field, "Costs can't be changed: the accrual has been set to zero.");
    }
    return cost;
  }

  /** Whether what the order may come to cost needs nobody's word, as far as that is known without asking the rules. */
  @Transactional(readOnly = true)
  public boolean isAllowed(WorkOrder order) {
    return cost(order.number()).isAllowed(order.workType());
  }

  /** What was changed since the order's cost was last allowed. */
  @Transactional(readOnly = true)
  public CostChange change(OrderNumber number) {
    return cost(number).change();
  }

  /** Remembers the present cost as one that needs nobody's word, to which a refused change goes back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void allow(WorkOrder order) {
    OrderCost cost = cost(order.number());
    if (!cost.equals(cost.allow(order.workType()))) {
      costs.save(cost.allow(order.workType()));
    }
  }

  /** @param commitment what the order may come to cost from now on without anybody being asked */
  @Transactional(propagation = Propagation.MANDATORY)
  public void authorise(OrderNumber number, BigDecimal commitment) {
    costs.save(cost(number).authorise(commitment));
  }

  /** The accrual when the cost was last allowed. */
  @Transactional(readOnly = true)
  public BigDecimal lastAllowedAccrual(OrderNumber number) {
    return cost(number).lastAllowed().accrual();
  }

  /** The fixed cost when the cost was last allowed; empty when there was none. */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> lastAllowedFixedCost(OrderNumber number) {
    return Optional.ofNullable(cost(number).lastAllowed().fixed());
  }

  /** Takes back whatever was changed since the cost was last allowed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeBack(OrderNumber number) {
    OrderCost cost = cost(number);
    OrderCost before = cost.takenBack(orders.lock(number).workType());
    current.change("deliveryCharge", cost.basis().deliveryCharge(), before.basis().deliveryCharge());
    change(cost, before);
  }

  /** Neither a fixed cost nor an estimate goes before what is calculated any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void backToCalculated(OrderNumber number) {
    OrderCost cost = cost(number);
    change(cost, cost.backToCalculated());
  }

  /** Whether staged payments stand under the fixed cost, so that it cannot be taken off. */
  @Transactional(readOnly = true)
  public boolean isStaged(OrderNumber number) {
    return billing.getObject().staged(number).signum() > 0;
  }

  /**
   * For ever: what was expected will not be invoiced.
   *
   * @throws InvalidFields when it is zero already, or was invoiced
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void setToZero(OrderNumber number) {
    OrderCost cost = cost(number);
    if (cost.setToZero()) {
      throw new InvalidFields("confirm", "The accrual is already zero.");
    }
    if (billing.getObject().isInvoiced(number)) {
      throw new InvalidFields("confirm", "The accrual can't be set to zero: an invoice has been recorded.");
    }
    change(cost, cost.asZero());
  }

  /** An order that expected no invoice is told when there is something to pay for after all. */
  private void change(OrderCost before, OrderCost after) {
    if (after.equals(before)) {
      return;
    }
    current.change("accrual", before.accrual(), after.accrual());
    costs.save(after);
    if (before.accrual().signum() == 0 && after.accrual().signum() > 0) {
      WorkOrder order = orders.get(new OrderNumber(after.orderNumber()));
      messages.send(ProcessMessage.MONEY_BECAME_DUE, after.orderNumber(), order.type().lifecycle(),
          order.status().code().anyType());
    }
  }

  OrderCost cost(OrderNumber number) {
    return costs.findById(number.value()).orElseThrow(() ->
        new IllegalStateException("Order " + number + " was logged without its cost"));
  }
}
