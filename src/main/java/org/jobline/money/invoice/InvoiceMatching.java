package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jobline.documents.OutstandingItemService;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.lifecycle.visit.VisitService;
import org.jobline.money.cost.CostService;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Holds invoices against what was agreed. */
@Component
class InvoiceMatching {

  static final String WRONG_TIMES = "wrong times";

  private final PaymentStageService stages;
  private final AccrualLimit limit;
  private final CostService costs;
  private final VisitService visits;
  private final OutstandingItemService outstanding;
  private final ReferenceData referenceData;
  private final VatRates vatRates;

  InvoiceMatching(
      PaymentStageService stages, AccrualLimit limit, CostService costs, VisitService visits,
      OutstandingItemService outstanding, ReferenceData referenceData, VatRates vatRates) {
    this.stages = stages;
    this.limit = limit;
    this.costs = costs;
    this.visits = visits;
    this.outstanding = outstanding;
    this.referenceData = referenceData;
    this.vatRates = vatRates;
  }

  /**
   * Why finance has to look at the invoice; nothing when it does not.
   *
   * @param counted what of this invoice is among what was invoiced
   * @throws InvalidFieldsException when it is above what the stages have released
   */
  List<String> mismatches(WorkOrder order, InvoiceAmounts amounts, LocalDate dated, BigDecimal counted) {
    stages.checkReleased(order, amounts, counted);
    List<String> reasons = new ArrayList<>();
    List<Visit> made = visits.of(order.number());
    boolean known = made.isEmpty()
        ? costs.wasFixedRemotely(order.number())
        : made.stream().allMatch(visit -> visit.stoppedAt() != null);
    if (!known) {
      reasons.add(WRONG_TIMES);
    }
    outstanding.missingByKind(order.number()).forEach(item -> reasons.add("no " + item));
    if (limit.isExceeded(order, amounts.net().subtract(counted))) {
      reasons.add("above estimate");
    }
    if (!vatRates.allow(amounts, referenceData.site(order.site()).orElseThrow().country(), dated)) {
      reasons.add("VAT doesn't match");
    }
    return reasons;
  }
}
