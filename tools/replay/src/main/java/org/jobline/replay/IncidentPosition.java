package org.jobline.replay;

import org.jobline.order.StatusCode;

/** How far an order is, as coarse as the reading of a log needs it. */
enum IncidentPosition {
  UNPREPARED,
  UNSENT,
  SENT,
  ACCEPTED,
  ON_SITE,
  PAUSED,
  COMPLETED,
  /** Cancelled, held back or still being logged: there is nothing a log can add but words. */
  OUT_OF_REACH;

  static IncidentPosition of(StatusCode status) {
    return switch (status.withoutType()) {
      case "0.x3", "0.x4", "0.x5" -> UNPREPARED;
      case "1.x0", "1.x1", "1.x2", "1.x4" -> UNSENT;
      case "1.x3" -> SENT;
      case "2.x0" -> ACCEPTED;
      case "3.x0" -> ON_SITE;
      case "5.x0", "5.x1", "5.x2" -> COMPLETED;
      default -> status.stage() == 4 ? PAUSED : OUT_OF_REACH;
    };
  }

  boolean isBeforeAnyStart() {
    return this == UNPREPARED || this == UNSENT || this == SENT || this == ACCEPTED;
  }
}
