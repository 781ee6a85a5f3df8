package org.jobline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.time.OffsetDateTime;
import org.jobline.action.Channel;
import org.jobline.workorder.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * How the body that logs an order is described. It is not read into this: the start form says what each field must be.
 */
@Schema(additionalProperties = AdditionalPropertiesValue.TRUE, description = "The fields of the start form, with any"
    + " a process owner has added. A field the form doesn't have is refused (422 invalid-fields).")
record NewOrderRequest(
    @Nullable @Schema(description = "a type of order, such as REACTIVE, which it is when left out") String type,
    @Schema(description = "code of the site") String site,
    @Schema(description = "code of the work type") String workType,
    @Schema(description = "code of the priority") String priority,
    String description,
    Contact contact,
    @Nullable @Schema(description = "code of the client; filled in from the site when left out") String client,
    @Nullable String location,
    @Nullable String equipment,
    @Nullable String symptom,
    @Nullable @Schema(description = "one of the client's reason codes, if it has any") String reason,
    @Nullable String costCode,
    @Nullable String externalReference,
    @Nullable @Schema(description = "code of the contractor") String resource,
    @Nullable Schedule schedule,
    @Nullable @Schema(description = "whether the contractor is paid a day rate") Boolean dayRate,
    @Nullable @Schema(description = "log it even if it may be a duplicate") Boolean confirmDuplicate,
    @Nullable @Schema(description = "schedule it even if the site is closed then") Boolean confirmClosed,
    @Nullable @Schema(description = "schedule it even if that is more than 90 days ahead") Boolean confirmFar,
    @Nullable @Schema(description = "do not hold it for a batch") Boolean notBatched,
    @Nullable @Schema(description = "the menu it was chosen from") Channel channel,
    @Nullable @Schema(description = "who called or was called") String spokeTo) {

  @Schema(name = "ContactRequest")
  record Contact(String name, @Nullable String phone) {}

  @Schema(name = "ScheduleRequest")
  record Schedule(
      @Schema(allowableValues = {"up to SLA", "exact", "start and finish"}) String kind,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to) {}
}
