package org.jobline.workorder;

/** What an agent may correct on an order; codes refer to the reference data and were checked before. */
public record WorkOrderDetails(
    String workType, String priority, String description, String contactName, String contactPhone, String location,
    String equipment, String symptom) {

  public WorkOrderDetails calledBy(String name, String phone) {
    return new WorkOrderDetails(workType, priority, description, name, phone, location, equipment, symptom);
  }
}
