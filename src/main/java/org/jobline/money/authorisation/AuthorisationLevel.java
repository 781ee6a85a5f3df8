package org.jobline.money.authorisation;

import java.time.Instant;
import java.util.Map;
import org.jobline.platform.engine.DecisionTables;
import org.jspecify.annotations.Nullable;

/**
 * One of those who have to authorise a change, and what was decided there.
 *
 * @param profile the group that decides
 * @param reason why it has to be asked
 * @param waitingSince null until the levels before have authorised
 * @param decidedBy null while it waits, as all that follows
 * @param decisionReason null when none was given
 * @param expenditure revenue or capital; null when refused
 * @param capitalPeriod a month, such as 2026-11; null for revenue
 */
record AuthorisationLevel(
    int level,
    String profile,
    String reason,
    @Nullable Instant waitingSince,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String decision,
    @Nullable String reference,
    @Nullable String decisionReason,
    @Nullable String expenditure,
    @Nullable String capitalPeriod,
    @Nullable String capitalCode) {

  /** As a row of the table {@code authorisation-rules} names it. */
  static AuthorisationLevel named(Map<String, Object> row) {
    return new AuthorisationLevel(((Number) DecisionTables.required(row, "level")).intValue(),
        (String) DecisionTables.required(row, "profile"), (String) DecisionTables.required(row, "reason"),
        null, null, null, null, null, null, null, null, null);
  }

  boolean isDecided() {
    return decidedBy != null;
  }

  AuthorisationLevel waitingSince(Instant at) {
    return waitingSince != null ? this : new AuthorisationLevel(
        level, profile, reason, at, null, null, null, null, null, null, null, null);
  }

  AuthorisationLevel decided(Instant at, String by, Decision decided) {
    return new AuthorisationLevel(level, profile, reason, waitingSince, at, by, decided.what(), decided.reference(),
        decided.reason(), decided.booking().expenditure(), decided.booking().capitalPeriod(),
        decided.booking().capitalCode());
  }
}
