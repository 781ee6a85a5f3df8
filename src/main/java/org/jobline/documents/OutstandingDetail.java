package org.jobline.documents;

import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.springframework.stereotype.Component;

/** What is still missing, and what was attested, as clients see it. */
@Component
class OutstandingDetail implements OrderDetail<OutstandingDetail.OutstandingPart> {

  private final OutstandingItemService items;
  private final CertificateRepository certificates;

  OutstandingDetail(OutstandingItemService items, CertificateRepository certificates) {
    this.items = items;
    this.certificates = certificates;
  }

  /** @param outstanding documents and certificates that are missing, by name */
  record OutstandingPart(List<String> outstanding, List<Certificate> certificates) {}

  @Override
  public OutstandingPart of(Order order) {
    return new OutstandingPart(items.missing(order.number()), certificates.of(order.number().value()));
  }
}
