package org.jobline.lifecycle.link;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** The order has a link that an agent may remove. */
@Component
class LinkedCondition implements OfferCondition {

  private final LinkService links;

  LinkedCondition(LinkService links) {
    this.links = links;
  }

  @Override
  public String name() {
    return "linked";
  }

  @Override
  public boolean holds(Order order) {
    return links.of(order.number()).stream().anyMatch(link -> link.relation().isRemovable());
  }

  @Override
  public String refusalReason() {
    return "it has no link that can be removed";
  }
}
