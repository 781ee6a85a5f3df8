package org.jobline.purchasing;

import java.time.Clock;
import java.util.function.BiFunction;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has an order do what an agent asks: one after the other, written with what came of it, and told in the event. */
@Component
class PurchaseChanges {

  private final PurchaseOrders orders;
  private final ReferenceData referenceData;
  private final CurrentAction current;
  private final Clock clock;

  PurchaseChanges(PurchaseOrders orders, ReferenceData referenceData, CurrentAction current, Clock clock) {
    this.orders = orders;
    this.referenceData = referenceData;
    this.current = current;
    this.clock = clock;
  }

  /** @return what came of the command */
  @Transactional(propagation = Propagation.MANDATORY)
  <T> T apply(OrderNumber number, BiFunction<PurchaseOrder, Recorded, T> command) {
    PurchaseOrder order = orders.lock(number);
    Money before = order.totals().total();
    T result = command.apply(order, at(order.order().site()));
    orders.write(order);
    current.change("order total", before, order.totals().total());
    return result;
  }

  /** By the present agent, now. */
  Recorded at(String site) {
    return new Recorded(current.agent().name(), clock.instant(), referenceData.site(site).orElseThrow().timeZone());
  }
}
