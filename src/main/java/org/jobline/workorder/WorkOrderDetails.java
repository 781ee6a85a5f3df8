package org.jobline.workorder;

import org.jspecify.annotations.Nullable;

/** What an agent may correct on an order; codes refer to the reference data and were checked before. */
public record WorkOrderDetails(
    String workType, String priority, String description, String contactName, @Nullable String contactPhone,
    @Nullable String location, @Nullable String equipment, @Nullable String symptom) {}
