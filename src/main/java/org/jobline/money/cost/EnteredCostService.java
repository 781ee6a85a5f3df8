package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Costs that agents type in, in place of what is computed or on top of it (domain/money.md). */
@Service
public class EnteredCostService {

  /** Above this an agent confirms the amount. */
  private static final BigDecimal CONFIRMATION_THRESHOLD = new BigDecimal("9999.99");

  private final CostLedger ledger;
  private final EstimateRepository estimates;
  private final ObjectProvider<Billing> billing;
  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final CurrentAction current;
  private final Clock clock;

  EnteredCostService(
      CostLedger ledger, EstimateRepository estimates, ObjectProvider<Billing> billing, WorkOrders orders,
      ReferenceData referenceData, CurrentAction current, Clock clock) {
    this.ledger = ledger;
    this.estimates = estimates;
    this.billing = billing;
    this.orders = orders;
    this.referenceData = referenceData;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Fixes the cost, in place of an estimate; zero goes back to the calculated cost.
   *
   * @throws InvalidFieldsException when a high amount was not confirmed, the staged payments come to more, or the
   *     accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void setFixedCost(OrderNumber number, BigDecimal amount, boolean confirmed) {
    if (amount.compareTo(CONFIRMATION_THRESHOLD) > 0 && !confirmed) {
      throw new InvalidFieldsException("sure", "Check the amount and tick to confirm: it is over "
          + String.format(Locale.UK, "%,.2f", CONFIRMATION_THRESHOLD) + ".");
    }
    OrderCost before = requireOpen(number, "amount");
    checkStages(number, "amount", amount);
    if (billing.getObject().isSettled(number)) {
      current.note("final invoice already recorded");
    }
    if (amount.signum() == 0) {
      ledger.change(before, before.backToCalculated());
    } else {
      typed(before, before.withFixed(amount), "the fixed cost");
    }
  }

  /** Fixes the cost at what was quoted, which may be nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  void setQuoted(OrderNumber number, BigDecimal total) {
    OrderCost before = requireOpen(number, "quote");
    checkStages(number, "quote", total);
    typed(before, before.withFixed(total), "the quote");
  }

  /**
   * Expects the calculated cost again, as the quote no longer counts.
   *
   * @throws InvalidFieldsException when staged payments stand under it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void dropQuoted(OrderNumber number) {
    OrderCost before = requireOpen(number, "notes");
    checkStages(number, "notes", BigDecimal.ZERO);
    typed(before, before.backToCalculated(), "the calculated cost");
  }

  /**
   * Expects what was estimated, in place of a fixed cost.
   *
   * @throws InvalidFieldsException when the fixed cost has staged payments, or the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void estimate(
      OrderNumber number, BigDecimal labour, @Nullable Integer attendees, BigDecimal parts, BigDecimal plant) {
    OrderCost before = requireOpen(number, "labour");
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
      throw new InvalidFieldsException(field, fixed.signum() == 0
          ? "The fixed cost can't be removed while there are staged payments of " + staged + ". Change them first."
          : "The fixed cost must be at least " + staged + ", the total of the staged payments. Change them first.");
    }
  }

  private void typed(OrderCost before, OrderCost after, String what) {
    current.change("estimate", before.basis().estimate(), after.basis().estimate());
    current.change("fixedCost", before.basis().fixed(), after.basis().fixed());
    ledger.change(before, after);
    if (after.basis().comprehensive()) {
      current.note(what + " has no effect while the contract covers the work");
    }
  }

  /**
   * Sets what delivery costs. It comes on top of what is calculated; an estimate and a fixed cost are totals.
   *
   * @param amount empty: what was agreed with the client for this type of work
   * @throws InvalidFieldsException when nothing was agreed, or the accrual was set to zero for ever
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void deliver(OrderNumber number, Optional<BigDecimal> amount) {
    OrderCost before = requireOpen(number, "amount");
    WorkOrder order = orders.lock(number);
    BigDecimal charge = amount.or(() -> referenceData.deliveryCharge(order.client(), order.workType()))
        .orElseThrow(() -> new InvalidFieldsException("calculated",
            "No delivery charge was agreed with the client for this work type. Enter an amount."));
    OrderCost after = before.withDeliveryCharge(charge);
    current.change("deliveryCharge", before.basis().deliveryCharge(), after.basis().deliveryCharge());
    ledger.change(before, after);
  }

  private OrderCost requireOpen(OrderNumber number, String field) {
    OrderCost cost = ledger.of(number);
    if (cost.setToZero()) {
      throw new InvalidFieldsException(field, "Costs can't be changed: the accrual has been set to zero.");
    }
    return cost;
  }

  /** Whether staged payments stand under the fixed cost, so that it cannot be taken off. */
  @Transactional(readOnly = true)
  public boolean isStaged(OrderNumber number) {
    return billing.getObject().staged(number).signum() > 0;
  }

  /**
   * For ever: what was expected will not be invoiced.
   *
   * @throws InvalidFieldsException when it is zero already, or was invoiced
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void writeOffAccrual(OrderNumber number) {
    OrderCost cost = ledger.of(number);
    if (cost.setToZero()) {
      throw new InvalidFieldsException("confirm", "The accrual is already zero.");
    }
    if (billing.getObject().isInvoiced(number)) {
      throw new InvalidFieldsException("confirm", "The accrual can't be set to zero: an invoice has been recorded.");
    }
    ledger.change(cost, cost.withoutAccrual());
  }
}
