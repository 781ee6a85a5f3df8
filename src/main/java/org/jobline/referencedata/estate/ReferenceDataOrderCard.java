package org.jobline.referencedata.estate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Shows an order with the names of its site and priority. */
@Component
class ReferenceDataOrderCard implements OrderCard {

  /** What fits on a card. */
  private static final int MAX_DESCRIPTION = 120;

  private final WorkOrders workOrders;
  private final ReferenceData referenceData;

  ReferenceDataOrderCard(WorkOrders workOrders, ReferenceData referenceData) {
    this.workOrders = workOrders;
    this.referenceData = referenceData;
  }

  @Override
  public Map<String, Object> of(Order order) {
    WorkOrder workOrder = workOrders.of(order);
    Map<String, Object> card = new LinkedHashMap<>();
    card.put(NUMBER, order.number().value());
    card.put(TYPE, order.type().name());
    card.put(PRIORITY, workOrder.priority());
    card.put(SITE, referenceData.site(order.site()).map(Site::name).orElse(order.site()));
    card.put(OrderCard.SUBJECT, shortened(workOrder.description()));
    return card;
  }

  private static String shortened(String description) {
    String line = description.replaceAll("\\s+", " ");
    return line.length() > MAX_DESCRIPTION ? line.substring(0, MAX_DESCRIPTION - 1) + "…" : line;
  }
}
