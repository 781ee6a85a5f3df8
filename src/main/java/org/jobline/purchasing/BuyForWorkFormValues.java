package org.jobline.purchasing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.WorkType;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** What is known of the work something is bought for. The reason says nothing that may be about a person. */
@Component
class BuyForWorkFormValues implements FormDefaults {

  private final WorkOrders workOrders;
  private final ReferenceData referenceData;

  BuyForWorkFormValues(WorkOrders workOrders, ReferenceData referenceData) {
    this.workOrders = workOrders;
    this.referenceData = referenceData;
  }

  @Override
  public boolean areFor(String action) {
    return PurchaseForWorkSteps.BUY.value().equals(action);
  }

  @Override
  public Map<String, Object> of(Order order) {
    WorkOrder work = workOrders.of(order);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("deliveryLocation", work.location());
    values.put("contactName", work.contactName());
    values.put("contactPhone", work.contactPhone());
    values.put("costCode", work.costCode());
    values.put("reason", order.number()
        + referenceData.workType(work.workType()).map(WorkType::name).map(name -> ", " + name).orElse(""));
    values.values().removeIf(Objects::isNull);
    return values;
  }
}
