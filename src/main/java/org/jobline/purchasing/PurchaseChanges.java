package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderPrices;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has an order do what an agent asks: one after the other, written with what came of it, and told in the event. */
@Component
class PurchaseChanges {

  private final PurchaseOrders orders;
  private final ReferenceData referenceData;
  private final OrderPrices prices;
  private final CurrentAction current;
  private final Clock clock;

  PurchaseChanges(
      PurchaseOrders orders, ReferenceData referenceData, OrderPrices prices, CurrentAction current, Clock clock) {
    this.orders = orders;
    this.referenceData = referenceData;
    this.prices = prices;
    this.current = current;
    this.clock = clock;
  }

  /** What a change of the cost is called where it is authorised. */
  enum Cause {
    ITEMS("purchase total"),
    OVER_DELIVERY("over-delivery"),
    DELIVERY_CHARGE("delivery charge");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  /** @return what came of the command */
  @Transactional(propagation = Propagation.MANDATORY)
  <T> T apply(OrderNumber number, BiFunction<PurchaseOrder, Recorded, T> command) {
    return apply(number, Cause.ITEMS, command);
  }

  /**
   * @param cause why the order comes to something else, if it does
   * @return what came of the command
   */
  @Transactional(propagation = Propagation.MANDATORY)
  <T> T apply(OrderNumber number, Cause cause, BiFunction<PurchaseOrder, Recorded, T> command) {
    PurchaseOrder order = orders.lock(number);
    Money before = order.totals().net();
    Money totalBefore = order.totals().total();
    T result = command.apply(order, at(order.order().site()));
    orders.write(order);
    current.change("order total", totalBefore, order.totals().total());
    if (!order.totals().net().equals(before)) {
      order.refusePrice(false);
      tellPrice(order, cause);
    }
    return result;
  }

  /** @return the order as the command has left it */
  @Transactional(propagation = Propagation.MANDATORY)
  PurchaseOrder change(OrderNumber number, BiConsumer<PurchaseOrder, Recorded> command) {
    return change(number, Cause.ITEMS, command);
  }

  /**
   * @param cause why the order comes to something else, if it does
   * @return the order as the command has left it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  PurchaseOrder change(OrderNumber number, Cause cause, BiConsumer<PurchaseOrder, Recorded> command) {
    return apply(number, cause, (order, now) -> {
      command.accept(order, now);
      return order;
    });
  }

  /** Tells what the order comes to without VAT, so that it is authorised where it has to be. */
  void tellPrice(PurchaseOrder order, Cause cause) {
    prices.set(order.number(), cause.words, order.totals().net().amount());
  }

  /**
   * What the order comes to was refused: it goes back to what it was, where only its lines or its delivery charge were
   * changed. Goods that came stay. The order's cost is back already.
   *
   * @param lastAllowed what it may come to
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void undoRefused(OrderNumber number, BigDecimal lastAllowed) {
    PurchaseOrder order = orders.lock(number);
    Money totalBefore = order.totals().total();
    Optional<Amendment> counter = orders.lastAmendment(order)
        .flatMap(last -> order.undo(last, "not authorised", at(order.order().site())));
    orders.write(order);
    current.change("order total", totalBefore, order.totals().total());
    order.refusePrice(order.totals().net().amount().compareTo(lastAllowed) > 0);
    current.note(counter
        .map(made -> "change " + made.undoes() + " undone by " + made.number() + ", the order is back at "
            + order.totals().net() + " without VAT")
        .orElse(order.isNothingReceived()
            ? "nothing was changed that could be undone: edit the items or cancel the order"
            : "what has come can't be undone: send back what is too much, or finance settles it with the invoice"));
  }

  /** By the present agent, now. */
  Recorded at(String site) {
    return new Recorded(current.agent().name(), clock.instant(), referenceData.site(site).orElseThrow().timeZone());
  }
}
