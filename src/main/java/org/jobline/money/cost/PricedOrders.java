package org.jobline.money.cost;

import java.math.BigDecimal;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderPrices;
import org.jobline.order.Orders;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what orders cost whose type knows it itself. The first time it is said, the order gets a cost. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PricedOrders implements OrderPrices {

  private final OrderCosts costs;
  private final CostLedger ledger;
  private final Orders orders;
  private final ReferenceData referenceData;
  private final CurrentAction current;

  PricedOrders(
      OrderCosts costs, CostLedger ledger, Orders orders, ReferenceData referenceData, CurrentAction current) {
    this.costs = costs;
    this.ledger = ledger;
    this.orders = orders;
    this.referenceData = referenceData;
    this.current = current;
  }

  @Override
  public void set(OrderNumber number, String kind, BigDecimal total) {
    if (total.signum() < 0) {
      throw new IllegalArgumentException("Order " + number + " can't come to less than nothing: " + total);
    }
    Order order = orders.lock(number);
    ledger.find(number).ifPresentOrElse(cost -> change(cost, kind, total), () -> create(order, kind, total));
  }

  private void change(OrderCost cost, String kind, BigDecimal total) {
    BigDecimal before = cost.basis().price();
    if (before == null || before.compareTo(total) != 0) {
      ledger.change(cost, cost.withPrice(total, kind));
    }
  }

  private void create(Order order, String kind, BigDecimal total) {
    String currency = referenceData.client(order.client()).map(Client::currency).orElseThrow();
    OrderCost cost = OrderCost.expecting(
        order.number().value(), currency, CostBasis.NONE.withPrice(total, kind));
    current.change("accrual", CostBasis.ZERO, cost.accrual());
    costs.save(cost);
  }
}
