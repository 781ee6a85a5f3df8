package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was bought for a work order and what it cost, as clients see it (domain/purchasing.md, po-link-create). */
@Component
class BoughtForWorkDetail implements OrderDetail<BoughtForWorkDetail.BoughtPart> {

  private final PurchasesForWork purchases;
  private final Suppliers suppliers;

  BoughtForWorkDetail(PurchasesForWork purchases, Suppliers suppliers) {
    this.purchases = purchases;
    this.suppliers = suppliers;
  }

  /**
   * @param boughtCost the sum in each currency, mostly one; no part of the order's own cost
   */
  record BoughtPart(List<BoughtOrderView> bought, List<BoughtCostView> boughtCost) {}

  /**
   * A purchasing order that is linked.
   *
   * @param supplier null while none is chosen
   * @param cost without VAT, less what was or is to be credited
   */
  record BoughtOrderView(
      String number, String status, @Nullable String supplier, int percentArrived, List<BoughtItemView> items,
      String currency, String cost) {}

  /**
   * A line of it, in base units.
   *
   * @param arrived and not sent back
   * @param open still to come
   */
  record BoughtItemView(String description, String unit, BigDecimal ordered, BigDecimal arrived, BigDecimal open) {

    private static BoughtItemView of(PurchaseOrder order, PurchaseLine line) {
      boolean isCancelled = order.order().cancelledAt().isPresent();
      return new BoughtItemView(line.description(), line.unit().many(), line.ordered().amount(),
          line.accepted().amount(), isCancelled ? BigDecimal.ZERO : line.open().amount());
    }
  }

  /** What several orders cost together. */
  record BoughtCostView(String currency, String amount) {}

  @Override
  public BoughtPart of(Order order) {
    List<PurchaseOrder> bought = purchases.of(order);
    return new BoughtPart(
        bought.stream().map(this::view).toList(),
        PurchasesForWork.cost(bought).stream()
            .map(sum -> new BoughtCostView(sum.currency(), sum.amount().toPlainString())).toList());
  }

  private BoughtOrderView view(PurchaseOrder order) {
    return new BoughtOrderView(
        order.number().value(), order.order().status().toString(),
        order.supplier().flatMap(suppliers::find).map(Supplier::name).orElse(null), order.percentArrived(),
        order.lines().stream().map(line -> BoughtItemView.of(order, line)).toList(), order.currency(),
        order.cost().amount().toPlainString());
  }
}
