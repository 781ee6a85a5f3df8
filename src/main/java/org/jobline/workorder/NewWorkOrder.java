package org.jobline.workorder;

import org.jobline.order.NewOrder;
import org.jspecify.annotations.Nullable;

/** What is known of an order when the call comes in; codes refer to the reference data and were checked before. */
public record NewWorkOrder(
    String client,
    String site,
    String workType,
    String priority,
    String description,
    String contactName,
    @Nullable String contactPhone,
    @Nullable String location,
    @Nullable String equipment,
    @Nullable String symptom,
    @Nullable String reason,
    @Nullable String costCode,
    @Nullable String externalReference,
    @Nullable String contractor,
    @Nullable Schedule schedule,
    boolean dayRate) {

  NewOrder ofEveryOrder() {
    return new NewOrder(client, site, contactName, contactPhone);
  }
}
