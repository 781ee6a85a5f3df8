package org.jobline.desk.worklist;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jobline.order.StatusPatterns;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** What a list asks for; whatever is null or blank does not matter. */
record OrderQuery(
    @Nullable
    @Parameter(description = "words of number, reference, caller, phone, site, postcode, contractor, supplier, description or"
        + " parts; they can be incomplete, and are respelt where few orders have them. Without sort the best come first",
        schema = @Schema(maxLength = 200))
    String text,
    @Nullable @Parameter(description = "a type of order, such as REACTIVE") String type,
    @Nullable @Parameter(schema = @Schema(allowableValues = {"open", "completed", "cancelled"})) String state,
    @Nullable @Parameter(description = "patterns such as 1.*, !1.03") String status,
    @Nullable String site, @Nullable String client, @Nullable String resource, @Nullable String supplier,
    @Nullable String workType, @Nullable String priority,
    @Nullable @Parameter(description = "who has claimed one of the order's tasks") String assignee,
    @Nullable @Parameter(description = "group that can claim one of the order's tasks") String group,
    @Nullable @Parameter(description = "whether one of its tasks is unclaimed") Boolean unassigned,
    @Nullable @Parameter(description = "whether it is waiting for authorisation") Boolean locked,
    @Nullable @Parameter(description = "true: has missed a target; false: hasn't") Boolean breached,
    @Nullable
    @Parameter(description = "today: a target is due between now and midnight; soon: enough of its time is used up for"
        + " a warning; overdue: an open target has passed",
        schema = @Schema(allowableValues = {"today", "soon", "overdue"}))
    String due,
    @Nullable
    @Parameter(description = "now: it is time to try again, or the contractor hasn't arrived although the ETA has"
        + " passed; later: there is a time to try again in the future",
        schema = @Schema(allowableValues = {"now", "later"}))
    String chase,
    @Nullable @Parameter(description = "logged at this time or later") OffsetDateTime from,
    @Nullable @Parameter(description = "logged before this time") OffsetDateTime to,
    @Nullable
    @Parameter(description = "time zone for today and for the times in a file; UTC when left out",
        example = "Europe/London")
    String zone,
    @Nullable
    @Parameter(description = "what to sort by, with - in front for descending; newest first when left out",
        example = "-loggedAt")
    String sort,
    @Nullable @Parameter(schema = @Schema(type = "integer", minimum = "0", maximum = "1000000")) Integer page,
    @Nullable @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "20"))
    Integer size,
    @Nullable @Parameter(description = "false: leave out the total") Boolean total) {

  private static final int MAX_PAGE_SIZE = 200;
  private static final int USUAL_PAGE = 20;
  private static final int LAST_PAGE = 1_000_000;
  private static final int MAX_TEXT = 200;
  private static final List<String> STATES = List.of("open", "completed", "cancelled");
  private static final List<String> DUES = List.of("today", "soon", "overdue");
  private static final List<String> CHASES = List.of("now", "later");

  /** What it asks for; empty when that does not matter. */
  static Optional<String> said(@Nullable String value) {
    return Optional.ofNullable(value).filter(OrderQuery::given);
  }

  static boolean given(@Nullable String value) {
    return value != null && !value.isBlank();
  }

  int pageNumber() {
    return page == null ? 0 : page;
  }

  int pageSize() {
    return size == null ? USUAL_PAGE : size;
  }

  boolean isTotalWanted() {
    return total == null || total;
  }

  ZoneId zoneId() {
    return given(zone) ? ZoneId.of(zone) : ZoneOffset.UTC;
  }

  /** The zone of the times in a file; empty when they are to be instants. */
  Optional<ZoneId> fileZone() {
    return given(zone) ? Optional.of(zoneId()) : Optional.empty();
  }

  /**
   * @param types the names of the types of order there are
   * @throws InvalidFieldsException with everything that is no question lists can answer
   */
  void check(List<String> types) {
    List<FieldError> errors = new ArrayList<>();
    if (pageSize() < 1 || pageSize() > MAX_PAGE_SIZE) {
      errors.add(new FieldError("size", "must be between 1 and " + MAX_PAGE_SIZE + "."));
    }
    if (pageNumber() < 0 || pageNumber() > LAST_PAGE) {
      errors.add(new FieldError("page", "must be between 0 and " + LAST_PAGE + "."));
    }
    texts(errors);
    oneOf(errors, "type", type == null ? null : type.toUpperCase(Locale.ROOT), types);
    oneOf(errors, "state", state, STATES);
    oneOf(errors, "due", due, DUES);
    oneOf(errors, "chase", chase, CHASES);
    within(errors, "from", from);
    within(errors, "to", to);
    status(errors);
    zone(errors);
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    OrderSort.sql(sort);
  }

  private void texts(List<FieldError> errors) {
    if (text != null && given(text) && text.length() > MAX_TEXT) {
      errors.add(new FieldError("text", "can't have more than " + MAX_TEXT + " characters."));
    }
    String[][] texts = {{"text", text}, {"site", site}, {"client", client}, {"resource", resource},
        {"supplier", supplier}, {"workType", workType}, {"priority", priority}, {"assignee", assignee}, {"group", group}};
    for (String[] pair : texts) {
      if (pair[1] != null && pair[1].indexOf('\0') >= 0) {
        errors.add(new FieldError(pair[0], "contains characters that can't be searched for."));
      }
    }
  }

  private void status(List<FieldError> errors) {
    try {
      StatusPatterns.parse(status);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError("status", "must be a status number or pattern, e.g. 1.03 or 1.*."));
    }
  }

  private void zone(List<FieldError> errors) {
    try {
      zoneId();
    } catch (DateTimeException e) {
      errors.add(new FieldError("zone", "must be a time zone, e.g. Europe/London."));
    }
  }

  private static void oneOf(List<FieldError> errors, String field, @Nullable String value, List<String> known) {
    if (given(value) && !known.contains(value)) {
      errors.add(new FieldError(field, "must be one of " + String.join(", ", known) + "."));
    }
  }

  private static void within(List<FieldError> errors, String field, @Nullable OffsetDateTime time) {
    if (time != null && (time.getYear() < 1970 || time.getYear() >= 2200)) {
      errors.add(new FieldError(field, "must be between the years 1970 and 2200."));
    }
  }
}
