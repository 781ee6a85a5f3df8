package org.jobline.money.cost;

import java.math.BigDecimal;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.springframework.stereotype.Component;

/** What orders are expected to cost, as it stands written. */
@Component
class CostLedger {

  /** As the table {@code authorisation-rules} calls them. */
  private static final String FIXED_COST = "fixed cost";
  private static final String QUOTE = "selected quote";

  private final OrderCosts costs;
  private final Orders orders;
  private final ProcessMessages messages;
  private final Quotations quotations;
  private final CurrentAction current;

  CostLedger(OrderCosts costs, Orders orders, ProcessMessages messages, Quotations quotations, CurrentAction current) {
    this.costs = costs;
    this.orders = orders;
    this.messages = messages;
    this.quotations = quotations;
    this.current = current;
  }

  /** Empty for an order of which nothing is expected, as nobody has said what it comes to. */
  Optional<OrderCost> find(OrderNumber number) {
    return costs.findById(number.value());
  }

  /** @throws IllegalStateException when there is none; a work order has it from the beginning */
  OrderCost of(OrderNumber number) {
    return find(number).orElseThrow(() ->
        new IllegalStateException("Order " + number + " was logged without its cost"));
  }

  /** What was changed since the order's cost was last allowed; a fixed cost that was quoted is known as that. */
  CostChange changeOf(OrderNumber number) {
    CostChange change = of(number).change();
    return change.kind().equals(FIXED_COST) && isQuoted(number, change.what().after()) ? change.as(QUOTE) : change;
  }

  private boolean isQuoted(OrderNumber number, BigDecimal amount) {
    return quotations.find(number).flatMap(Quotation::selected)
        .filter(quote -> quote.price().total().compareTo(amount) == 0).isPresent();
  }

  /**
   * An order that expected no invoice is told when there is something to pay for after all, unless its own type says what
   * it comes to and knows.
   */
  void change(OrderCost before, OrderCost after) {
    if (after.equals(before)) {
      return;
    }
    current.change("accrual", before.accrual(), after.accrual());
    costs.save(after);
    if (after.basis().price() == null && before.accrual().signum() == 0 && after.accrual().signum() > 0) {
      Order order = orders.get(new OrderNumber(after.orderNumber()));
      messages.send(ProcessMessage.MONEY_BECAME_DUE, after.orderNumber(), order.type().lifecycle(),
          order.status().code().withoutType());
    }
  }
}
