package org.jobline.money.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jobline.documents.printing.Audience;
import org.jobline.documents.printing.CostSummaryPart;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the order is expected to cost, in the cost summary: the client sees the price, the contractor the cost. */
@Component
@org.springframework.core.annotation.Order(0)
class ExpectedCost implements CostSummaryPart {

  private final CostLedger ledger;

  ExpectedCost(CostLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String heading() {
    return "Expected cost";
  }

  @Override
  public List<Line> lines(Order order, Audience audience) {
    return ledger.find(order.number()).map(cost -> lines(cost, audience)).orElse(List.of());
  }

  private static List<Line> lines(OrderCost cost, Audience audience) {
    List<Line> lines = new ArrayList<>();
    if (audience != Audience.CONTACT) {
      add(lines, cost, "Estimate", cost.basis().estimate());
      add(lines, cost, "Fixed cost", cost.basis().fixed());
      add(lines, cost, "Calculated from the visits", cost.basis().calculated());
      cost.calculation().forEach(item -> lines.add(new Line("", item)));
      add(lines, cost, "Remote fix", cost.basis().remoteFix());
      add(lines, cost, "Delivery charge", cost.basis().deliveryCharge());
      // an average is the client's, and none of the contractor's business
      if (audience == Audience.DESK || !cost.isAverage()) {
        add(lines, cost, "Cost (" + cost.rule() + ")", cost.accrual());
      }
    }
    if (audience == Audience.DESK) {
      lines.add(new Line("Mark-up", cost.markUpPercent().stripTrailingZeros().toPlainString() + " %"));
    }
    if (audience != Audience.RESOURCE) {
      add(lines, cost, "Price", cost.markedUp());
    }
    return lines;
  }

  private static void add(List<Line> lines, OrderCost cost, String label, @Nullable BigDecimal amount) {
    if (amount != null) {
      lines.add(new Line(label, cost.currency() + " " + amount.toPlainString()));
    }
  }
}
