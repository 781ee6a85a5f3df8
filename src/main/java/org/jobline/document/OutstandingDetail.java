package org.jobline.document;

import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What is still missing, and what was attested, as clients see it. */
@Component
class OutstandingDetail implements OrderDetail {

  private final OutstandingItems items;
  private final CertificateRepository certificates;

  OutstandingDetail(OutstandingItems items, CertificateRepository certificates) {
    this.items = items;
    this.certificates = certificates;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    description.put("outstanding", items.missing(order.number()));
    description.put("certificates", certificates.of(order.number().value()));
  }
}
