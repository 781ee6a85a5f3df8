package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an order comes to, of what has come and is open.
 *
 * @param goods without VAT
 * @param delivery without VAT
 * @param vat rounded once for each rate
 * @param invoiced so far, with VAT, less credit notes
 */
public record OrderTotals(Money goods, Money delivery, Money vat, Money invoiced) {

  static OrderTotals of(PurchaseOrder order) {
    Money goods = order.lines().stream().map(PurchaseLine::total).reduce(Money.zero(order.currency()), Money::plus);
    Money delivery = order.deliveryCharge();
    return new OrderTotals(
        goods, delivery, vat(order, delivery), order.invoices().balance(order.currency(), PurchaseInvoice::gross));
  }

  /** Delivery has the highest rate of the goods. */
  private static Money vat(PurchaseOrder order, Money delivery) {
    Map<BigDecimal, Money> nets = new TreeMap<>();
    order.lines().forEach(line -> nets.merge(line.vatRate(), line.total(), Money::plus));
    BigDecimal highest = order.lines().stream().map(PurchaseLine::vatRate).reduce(BigDecimal.ZERO, BigDecimal::max);
    nets.merge(highest, delivery, Money::plus);
    return nets.entrySet().stream()
        .map(net -> Money.rounded(net.getValue().amount().multiply(net.getKey()).movePointLeft(2), order.currency()))
        .reduce(Money.zero(order.currency()), Money::plus);
  }

  /** Without VAT: what the order may come to cost. */
  public Money net() {
    return goods.plus(delivery);
  }

  /** With VAT. */
  public Money total() {
    return net().plus(vat);
  }
}
