package org.jobline.workorder;

import org.jobline.order.NewOrder;

/** What is known of an order when the call comes in; codes refer to the reference data and were checked before. */
public record NewWorkOrder(
    String client,
    String site,
    String workType,
    String priority,
    String description,
    String contactName,
    String contactPhone,
    String location,
    String equipment,
    String symptom,
    String reason,
    String costCode,
    String externalReference,
    String resource,
    Schedule schedule,
    boolean dayRate) {

  NewOrder ofEveryOrder() {
    return new NewOrder(client, site, contactName, contactPhone);
  }
}
