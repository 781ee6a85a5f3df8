package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jobline.action.CurrentAction;
import org.jobline.money.cost.CostService;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The stages in which a fixed cost may be invoiced (domain/money.md, Staged payments). */
@Service
class PaymentStageService {

  private final InvoiceRepository repository;
  private final InvoiceService invoices;
  private final WorkOrders orders;
  private final CostService costs;
  private final ReferenceData referenceData;
  private final CurrentAction current;
  private final Clock clock;

  PaymentStageService(
      InvoiceRepository repository, InvoiceService invoices, WorkOrders orders, CostService costs,
      ReferenceData referenceData, CurrentAction current, Clock clock) {
    this.repository = repository;
    this.invoices = invoices;
    this.orders = orders;
    this.costs = costs;
    this.referenceData = referenceData;
    this.current = current;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  StagedPayments of(OrderNumber number) {
    return new StagedPayments(repository.stages(number.value()));
  }

  /**
   * Replaces the stages; none: the fixed cost may be invoiced at once.
   *
   * @throws InvalidFieldsException when their sum is above the fixed cost
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void replace(OrderNumber number, StagedPayments stages) {
    orders.lock(number);
    BigDecimal fixed = costs.fixedCost(number).orElseThrow(() ->
        new InvalidFieldsException("stages", "Set a fixed cost before adding stages."));
    if (stages.sum().compareTo(fixed) > 0) {
      throw new InvalidFieldsException("stages", "Stages add up to " + stages.sum()
          + "; they can't be more than the fixed cost, " + fixed + ".");
    }
    current.change("stages", of(number).text(), stages.text());
    repository.replaceStages(number.value(), stages.stages());
  }

  /**
   * @param counted what of this invoice is among what was invoiced
   * @throws InvalidFieldsException when it is above what the stages have released
   */
  void checkReleased(WorkOrder order, InvoiceAmounts amounts, BigDecimal counted) {
    StagedPayments stages = of(order.number());
    LocalDate today = LocalDate.ofInstant(clock.instant(), referenceData.site(order.site()).orElseThrow().timeZone());
    costs.fixedCost(order.number()).filter(fixed -> !stages.isEmpty()).ifPresent(fixed -> {
      BigDecimal allowed = stages.released(today, fixed)
          .subtract(invoices.net(order.number())).add(counted).max(BigDecimal.ZERO.setScale(2));
      if (amounts.net().compareTo(allowed) > 0) {
        throw new InvalidFieldsException(order.isCis() ? "labour" : "net", "The net amount can't be more than "
            + allowed + ", the part of the staged payments that is due and not yet invoiced.");
      }
    });
  }
}
