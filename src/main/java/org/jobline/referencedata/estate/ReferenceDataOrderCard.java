package org.jobline.referencedata.estate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderSubject;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Shows an order with the name of its site, its priority if it has one, and what it is about. */
@Component
class ReferenceDataOrderCard implements OrderCard {

  /** What fits on a card. */
  private static final int MAX_DESCRIPTION = 120;

  private final WorkOrders workOrders;
  private final List<OrderSubject> subjects;
  private final ReferenceData referenceData;

  ReferenceDataOrderCard(WorkOrders workOrders, List<OrderSubject> subjects, ReferenceData referenceData) {
    this.workOrders = workOrders;
    this.subjects = List.copyOf(subjects);
    this.referenceData = referenceData;
  }

  @Override
  public Map<String, Object> of(Order order) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put(NUMBER, order.number().value());
    card.put(TYPE, order.type().name());
    workOrders.find(order).ifPresent(workOrder -> card.put(PRIORITY, workOrder.priority()));
    card.put(SITE, referenceData.site(order.site()).map(Site::name).orElse(order.site()));
    subjects.stream().flatMap(subject -> subject.of(order).stream()).findFirst()
        .ifPresent(words -> card.put(SUBJECT, shortened(words)));
    return card;
  }

  private static String shortened(String description) {
    String line = description.replaceAll("\\s+", " ");
    return line.length() > MAX_DESCRIPTION ? line.substring(0, MAX_DESCRIPTION - 1) + "…" : line;
  }
}
