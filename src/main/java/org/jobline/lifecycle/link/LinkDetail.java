package org.jobline.lifecycle.link;

import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.springframework.stereotype.Component;

/** The orders an order has to do with, as clients see them. */
@Component
class LinkDetail implements OrderDetail<LinkDetail.LinkPart> {

  private final LinkService links;

  LinkDetail(LinkService links) {
    this.links = links;
  }

  record LinkPart(List<LinkView> links) {}

  record LinkView(String number, String relation, String status) {}

  @Override
  public LinkPart of(Order order) {
    return new LinkPart(links.of(order.number()).stream()
        .map(link -> new LinkView(link.other().value(), link.relationWords(), link.otherStatus()))
        .toList());
  }
}
