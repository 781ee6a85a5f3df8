package org.jobline.lifecycle.link;

import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.order.OrderSubject;
import org.jobline.order.Orders;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders an order has to do with, as clients see them. */
@Component
class LinkDetail implements OrderDetail<LinkDetail.LinkPart> {

  private final LinkService links;
  private final Orders orders;
  private final List<OrderSubject> subjects;
  private final ReferenceData referenceData;

  LinkDetail(LinkService links, Orders orders, List<OrderSubject> subjects, ReferenceData referenceData) {
    this.links = links;
    this.orders = orders;
    this.subjects = subjects;
    this.referenceData = referenceData;
  }

  record LinkPart(List<LinkView> links) {}

  /**
   * A link as this order sees it.
   *
   * @param subject what the other order is about; null when nobody said
   * @param siteName of the other order
   */
  record LinkView(
      String number, String relation, String status, @Nullable String subject, @Nullable String siteName) {}

  @Override
  public LinkPart of(Order order) {
    return new LinkPart(links.of(order.number()).stream().map(this::view).toList());
  }

  private LinkView view(Link link) {
    Order other = orders.get(link.other());
    return new LinkView(link.other().value(), link.relationWords(), link.otherStatus(),
        subjects.stream().flatMap(subject -> subject.of(other).stream()).findFirst().orElse(null),
        referenceData.site(other.site()).map(Site::name).orElse(null));
  }
}
