package org.jobline.documents.printing;

import java.util.ArrayList;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.purchasing.Money;
import org.jobline.purchasing.PurchaseOrder;
import org.jobline.purchasing.PurchasesForWork;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.Suppliers;
import org.springframework.stereotype.Component;

/**
 * What was bought for a work order: the order sheet tells the contractor what of it has come; what it cost is in the cost
 * summary, for the desk alone.
 */
@Component
@org.springframework.core.annotation.Order(300)
class PurchasesOnPaper implements CostSummaryPart {

  private final PurchasesForWork purchases;
  private final Suppliers suppliers;

  PurchasesOnPaper(PurchasesForWork purchases, Suppliers suppliers) {
    this.purchases = purchases;
    this.suppliers = suppliers;
  }

  /** A line of a purchasing order. */
  record BoughtItem(String order, String description, String arrived) {}

  @Override
  public String heading() {
    return "Bought for this order, not part of its own cost";
  }

  @Override
  public List<Line> lines(Order order, Audience audience) {
    List<Line> lines = new ArrayList<>();
    if (audience == Audience.DESK) {
      List<PurchaseOrder> bought = purchases.of(order);
      bought.forEach(each -> lines.add(new Line(label(each), each.cost().toString())));
      if (bought.size() > 1) {
        PurchasesForWork.cost(bought).stream().map(Money::toString).forEach(sum -> lines.add(new Line("Total", sum)));
      }
    }
    return lines;
  }

  private String label(PurchaseOrder order) {
    String supplier = order.supplier().flatMap(suppliers::find).map(Supplier::name).orElse("no supplier yet");
    return order.number() + ", " + supplier + ", " + order.order().status().name();
  }

  /** What of it was ordered and has come, without those that were cancelled. */
  List<BoughtItem> items(Order order) {
    return purchases.of(order).stream().filter(bought -> bought.order().cancelledAt().isEmpty())
        .flatMap(bought -> bought.lines().stream().map(line -> new BoughtItem(
            bought.number().value(), line.description(), line.accepted() + " of " + line.ordered())))
        .toList();
  }
}
