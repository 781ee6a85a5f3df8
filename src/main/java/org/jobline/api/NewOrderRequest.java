package org.jobline.api;

import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jobline.action.Channel;
import org.jobline.workorder.Schedule;
import org.springframework.lang.Nullable;

/**
 * How the body that logs an order is described. It is not read into this: the start form says what each field must be.
 */
@Schema(additionalProperties = AdditionalPropertiesValue.TRUE, description = "The fields of the start form, and what"
    + " else a process owner has added to it. A field the form does not have is refused (422 invalid-fields).")
record NewOrderRequest(
    @Nullable @Schema(description = "a type of order, such as REACTIVE, which it is when left out") String type,
    @Schema(description = "code of the site") String site,
    @Schema(description = "code of the type of work") String workType,
    @Schema(description = "code of the priority") String priority,
    String description,
    Contact contact,
    @Nullable @Schema(description = "code of the client; follows from the site") String client,
    @Nullable String location,
    @Nullable String equipment,
    @Nullable String symptom,
    @Nullable @Schema(description = "where the client has codes, one of them") String reason,
    @Nullable String costCode,
    @Nullable String externalReference,
    @Nullable @Schema(description = "code of the resource") String resource,
    @Nullable Schedule schedule,
    @Nullable @Schema(description = "whether the work is paid by the day") Boolean dayRate,
    @Nullable @Schema(description = "log it although it may be a duplicate") Boolean confirmDuplicate,
    @Nullable @Schema(description = "schedule it although the site is closed then") Boolean confirmClosed,
    @Nullable @Schema(description = "do not hold it for a batch") Boolean notBatched,
    @Nullable @Schema(description = "the menu it was taken from") Channel channel,
    @Nullable @Schema(description = "who called or was called") String spokeTo) {

  @Schema(name = "ContactRequest")
  record Contact(String name, @Nullable String phone) {}

  @Schema(name = "ScheduleRequest")
  record Schedule(
      @Schema(allowableValues = {"up to SLA", "exact", "start and finish"}) String kind,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to) {}
}
