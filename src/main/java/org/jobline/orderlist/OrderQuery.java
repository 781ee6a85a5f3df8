package org.jobline.orderlist;

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
import org.jobline.problem.FieldError;
import org.jobline.problem.InvalidFields;
import org.springframework.lang.Nullable;

/** What a list asks for; whatever is null or blank does not matter. */
record OrderQuery(
    @Nullable
    @Parameter(description = "words of number, reference, site, resource or description; the last may be unfinished",
        schema = @Schema(maxLength = 200))
    String text,
    @Nullable @Parameter(description = "a type of order, such as REACTIVE") String type,
    @Nullable @Parameter(schema = @Schema(allowableValues = {"open", "completed", "cancelled"})) String state,
    @Nullable @Parameter(description = "patterns such as 1.*, !1.03") String status,
    @Nullable String site, @Nullable String client, @Nullable String resource, @Nullable String workType,
    @Nullable String priority,
    @Nullable @Parameter(description = "who has a task of the order") String assignee,
    @Nullable @Parameter(description = "whose members may take a task of the order") String group,
    @Nullable @Parameter(description = "whether nobody has taken one of its tasks") Boolean unassigned,
    @Nullable @Parameter(description = "whether it waits for authorisation") Boolean locked,
    @Nullable @Parameter(description = "with a target missed (true) or with none (false)") Boolean breached,
    @Nullable
    @Parameter(description = "today: a target ends between now and midnight; overdue: an open target has ended",
        schema = @Schema(allowableValues = {"today", "overdue"}))
    String due,
    @Nullable
    @Parameter(description = "now: an attempt is to be repeated, or the resource has not come although its ETA has"
        + " passed; later: an attempt is to be repeated at a time to come",
        schema = @Schema(allowableValues = {"now", "later"}))
    String chase,
    @Nullable @Parameter(description = "logged at this time or later") OffsetDateTime from,
    @Nullable @Parameter(description = "logged before this time") OffsetDateTime to,
    @Nullable
    @Parameter(description = "whose midnight ends today, and whose times stand in a file; UTC when left out",
        example = "Europe/London")
    String zone,
    @Nullable
    @Parameter(description = "what is sorted by, with - in front for the last first; the newest first when left out",
        example = "-loggedAt")
    String sort,
    @Nullable @Parameter(schema = @Schema(type = "integer", minimum = "0", maximum = "1000000")) Integer page,
    @Nullable @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "20"))
    Integer size,
    @Nullable @Parameter(description = "false: leave out how many there are") Boolean total) {

  private static final int LARGEST_PAGE = 200;
  private static final int USUAL_PAGE = 20;
  private static final int LAST_PAGE = 1_000_000;
  private static final int LONGEST_TEXT = 200;
  private static final List<String> STATES = List.of("open", "completed", "cancelled");
  private static final List<String> DUES = List.of("today", "overdue");
  private static final List<String> CHASES = List.of("now", "later");

  static boolean given(String value) {
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
   * @throws InvalidFields with everything that is no question lists can answer
   */
  void check(List<String> types) {
    List<FieldError> errors = new ArrayList<>();
    if (pageSize() < 1 || pageSize() > LARGEST_PAGE) {
      errors.add(new FieldError("size", "must lie between 1 and " + LARGEST_PAGE + "."));
    }
    if (pageNumber() < 0 || pageNumber() > LAST_PAGE) {
      errors.add(new FieldError("page", "must lie between 0 and " + LAST_PAGE + "."));
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
      throw new InvalidFields(errors);
    }
    OrderSort.sql(sort);
  }

  private void texts(List<FieldError> errors) {
    if (given(text) && text.length() > LONGEST_TEXT) {
      errors.add(new FieldError("text", "must have at most " + LONGEST_TEXT + " characters."));
    }
    String[][] texts = {{"text", text}, {"site", site}, {"client", client}, {"resource", resource},
        {"workType", workType}, {"priority", priority}, {"assignee", assignee}, {"group", group}};
    for (String[] pair : texts) {
      if (pair[1] != null && pair[1].indexOf('\0') >= 0) {
        errors.add(new FieldError(pair[0], "must not contain the character NUL."));
      }
    }
  }

  private void status(List<FieldError> errors) {
    try {
      StatusPatterns.parse(status);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError("status", "must be a status number or a pattern of one, such as 1.03 or 1.*."));
    }
  }

  private void zone(List<FieldError> errors) {
    try {
      zoneId();
    } catch (DateTimeException e) {
      errors.add(new FieldError("zone", "must be a time zone, such as Europe/London."));
    }
  }

  private static void oneOf(List<FieldError> errors, String field, String value, List<String> known) {
    if (given(value) && !known.contains(value)) {
      errors.add(new FieldError(field, "must be one of " + String.join(", ", known) + "."));
    }
  }

  private static void within(List<FieldError> errors, String field, OffsetDateTime time) {
    if (time != null && (time.getYear() < 1970 || time.getYear() >= 2200)) {
      errors.add(new FieldError(field, "must lie between the years 1970 and 2200."));
    }
  }
}
