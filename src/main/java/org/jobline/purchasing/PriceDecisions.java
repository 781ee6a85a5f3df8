package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.order.PriceAuthorised;
import org.jobline.order.PriceRefused;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the sheets of an order what was decided about what it comes to: they draw what follows. */
@Component
class PriceDecisions {

  /** Variable of the process that follows a refusal: what the order may come to. */
  static final String LAST_ALLOWED = "lastAllowed";

  private final PurchaseOrders orders;
  private final ProcessMessages messages;
  private final OrderCard card;

  PriceDecisions(PurchaseOrders orders, ProcessMessages messages, OrderCard card) {
    this.orders = orders;
    this.messages = messages;
    this.card = card;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PriceAuthorised authorised) {
    tell(ProcessMessage.PRICE_AUTHORISED, authorised.order(), Map.of());
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(PriceRefused refused) {
    tell(ProcessMessage.PRICE_REFUSED, refused.order(), Map.of(LAST_ALLOWED, refused.lastAllowed().toPlainString()));
  }

  static BigDecimal lastAllowed(Object variable) {
    return new BigDecimal((String) variable);
  }

  private void tell(ProcessMessage message, OrderNumber number, Map<String, Object> more) {
    orders.findLocked(number).ifPresent(order -> {
      Map<String, Object> variables = new HashMap<>(card.of(order.order()));
      variables.putAll(more);
      messages.start(message, number.value(), variables);
    });
  }
}
