package org.jobline.details;

import java.util.HashMap;
import java.util.Map;
import org.jobline.action.PresentValues;
import org.jobline.estate.Estate;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrderDetails;
import org.springframework.stereotype.Component;

/** The form "Edit Work Order" shows what is known. */
@Component
class EditFormValues implements PresentValues {

  private final Estate estate;

  EditFormValues(Estate estate) {
    this.estate = estate;
  }

  @Override
  public boolean areFor(String action) {
    return action.equals(DetailsSteps.EDIT_WORK_ORDER.value())
        || action.equals(DetailsSteps.CHANGE_DETAILS_CALLER.value());
  }

  @Override
  public Map<String, Object> of(WorkOrder order) {
    WorkOrderDetails details = order.details();
    Map<String, Object> values = new HashMap<>();
    values.put("workType", estate.workType(details.workType()).orElseThrow().label());
    values.put("priority", estate.priority(details.priority()).orElseThrow().label());
    values.put("description", details.description());
    values.put("contactName", details.contactName());
    values.put("contactPhone", details.contactPhone());
    values.put("location", details.location());
    values.put("equipment", details.equipment());
    values.put("symptom", details.symptom());
    return values;
  }
}
