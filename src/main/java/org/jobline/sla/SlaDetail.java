package org.jobline.sla;

import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the order stands against its SLA, as clients see it. */
@Component
class SlaDetail implements OrderDetail<SlaDetail.SlaPart> {

  private final SlaService slas;

  SlaDetail(SlaService slas) {
    this.slas = slas;
  }

  record SlaPart(@Nullable SlaClock sla) {}

  @Override
  public SlaPart of(Order order) {
    return new SlaPart(slas.current(order.number()).orElse(null));
  }
}
