package org.jobline.order;

import org.springframework.context.annotation.Lazy;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.stereotype.Component;

/** Has an order that was read know its type. */
@Component
class TypeOfOrder implements AfterConvertCallback<Order> {

  private final OrderTypes types;

  TypeOfOrder(@Lazy OrderTypes types) {
    this.types = types;
  }

  @Override
  public Order onAfterConvert(Order order) {
    return order.of(types);
  }
}
