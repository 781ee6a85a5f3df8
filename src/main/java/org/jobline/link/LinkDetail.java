package org.jobline.link;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The orders an order has to do with, as clients see them. */
@Component
class LinkDetail implements OrderDetail {

  private final Links links;

  LinkDetail(Links links) {
    this.links = links;
  }

  record View(String number, String relation, String status) {}

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    description.put("links", links.of(order.number()).stream()
        .map(link -> new View(link.other().value(), link.relationWords(), link.otherStatus()))
        .toList());
  }
}
