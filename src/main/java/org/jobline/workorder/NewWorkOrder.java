package org.jobline.workorder;

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
    boolean dayRate) {}
