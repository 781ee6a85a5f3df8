package org.jobline.replay;

import java.util.Map;
import java.util.Optional;

/** What an incident log says happened, as far as it stands for something an agent does. */
enum IncidentActivity {
  QUEUED,
  ASSIGNED,
  IN_PROGRESS,
  WAITING("time", false),
  WAITING_FOR_USER("short break", false),
  WAITING_FOR_CUSTOMER("quote required", false),
  WAITING_FOR_VENDOR("parts", false),
  /** The cure is known and a workaround bridges the time until it is rolled out. */
  WAITING_FOR_IMPLEMENTATION("equipment", true),
  RESOLVED,
  IN_CALL,
  CLOSED,
  CANCELLED,
  OTHER;

  private static final Map<String, IncidentActivity> BY_NAME = Map.ofEntries(
      Map.entry("Queued / Awaiting Assignment", QUEUED),
      Map.entry("Accepted / Assigned", ASSIGNED),
      Map.entry("Accepted / In Progress", IN_PROGRESS),
      Map.entry("Accepted / Wait", WAITING),
      Map.entry("Accepted / Wait - User", WAITING_FOR_USER),
      Map.entry("Accepted / Wait - Customer", WAITING_FOR_CUSTOMER),
      Map.entry("Accepted / Wait - Vendor", WAITING_FOR_VENDOR),
      Map.entry("Accepted / Wait - Implementation", WAITING_FOR_IMPLEMENTATION),
      Map.entry("Completed / Resolved", RESOLVED),
      Map.entry("Completed / In Call", IN_CALL),
      Map.entry("Completed / Closed", CLOSED),
      Map.entry("Completed / Cancelled", CANCELLED));

  private final String revisitReason;
  private final boolean temporaryFix;

  IncidentActivity() {
    this(null, false);
  }

  IncidentActivity(String revisitReason, boolean temporaryFix) {
    this.revisitReason = revisitReason;
    this.temporaryFix = temporaryFix;
  }

  /** What is not known stands for nothing, and becomes a note. */
  static IncidentActivity of(String what) {
    return BY_NAME.getOrDefault(what, OTHER);
  }

  /** Why a revisit is needed, for the kinds of waiting. */
  Optional<String> revisitReason() {
    return Optional.ofNullable(revisitReason);
  }

  boolean temporaryFix() {
    return temporaryFix;
  }
}
