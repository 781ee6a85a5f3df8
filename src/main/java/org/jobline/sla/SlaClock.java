package org.jobline.sla;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands against its SLA, counted from when it was logged or last recalled.
 *
 * @param stoppedAt since when the order is cancelled, and has no running target; null while its clock runs
 * @param aroundTheClock whether every hour counts, or opening hours only
 * @param next which of the targets is due next; null when none is
 * @param respond attendance begins; null: no such target was agreed, or it does not run
 * @param temporaryFix it works again for the time being
 * @param fix it is done
 */
public record SlaClock(
    String orderNumber,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    boolean aroundTheClock,
    @Nullable @Schema(allowableValues = {"respond", "temporaryFix", "fix"}) String next,
    @Nullable SlaTarget respond,
    @Nullable SlaTarget temporaryFix,
    @Nullable SlaTarget fix) {

  /** @param next the order's next target as it is kept; null when none is due */
  static SlaClock of(SlaRecord row, @Nullable NextTarget next, Instant now, WorkingTime time) {
    // nobody comes early who does not come at all
    boolean cameNever = row.respondedAt() == null && row.reachedAt(TargetKind.RESPOND) != null;
    Reading reading = new Reading(row, now, time);
    return new SlaClock(
        row.orderNumber(), row.startedAt(), row.stoppedAt(), row.aroundTheClock(),
        next == null ? null : next.kind().key(),
        reading.target(TargetKind.RESPOND, cameNever ? null : row.respondFrom()),
        reading.target(TargetKind.TEMPORARY_FIX, null),
        reading.target(TargetKind.FIX, null));
  }

  private record Reading(SlaRecord row, Instant now, WorkingTime time) {

    @Nullable SlaTarget target(TargetKind kind, @Nullable Instant notBefore) {
      Instant reached = row.reachedAt(kind);
      if (reached == null && !row.runs()) {
        return null;
      }
      return row.target(kind)
          .map(target -> reached == null
              ? SlaTarget.open(notBefore, target.due(), target.warning(), now, time)
              : SlaTarget.reached(notBefore, target.due(), target.warning(), reached))
          .orElse(null);
    }
  }
}
