package org.jobline.lifecycle.amendment;

import java.util.HashMap;
import java.util.Map;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The form "Edit Work Order" shows what is known. */
@Component
class EditFormValues implements FormDefaults {

  private final WorkOrders workOrders;
  private final ReferenceData referenceData;

  EditFormValues(WorkOrders workOrders, ReferenceData referenceData) {
    this.workOrders = workOrders;
    this.referenceData = referenceData;
  }

  @Override
  public boolean areFor(String action) {
    return action.equals(DetailsSteps.EDIT_WORK_ORDER.value())
        || action.equals(DetailsSteps.CHANGE_DETAILS_CALLER.value());
  }

  @Override
  public Map<String, Object> of(Order order) {
    Map<String, Object> values = new HashMap<>();
    values.put("contactName", order.contactName());
    values.put("contactPhone", order.contactPhone());
    workOrders.find(order).map(WorkOrder::details).ifPresent(details -> {
      values.put("workType", referenceData.workType(details.workType()).orElseThrow().label());
      values.put("priority", referenceData.priority(details.priority()).orElseThrow().label());
      values.put("description", details.description());
      values.put("location", details.location());
      values.put("equipment", details.equipment());
      values.put("symptom", details.symptom());
    });
    return values;
  }
}
