package org.jobline.sla;

import java.time.Instant;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * How an order stands against its SLA, counted from when it was logged or last recalled.
 *
 * @param stoppedAt since when the order is cancelled, and has no running target; null while its clock runs
 * @param aroundTheClock whether every hour counts, or opening hours only
 * @param respond attendance begins; null: no such target was agreed, or it does not run
 * @param temporaryFix it works again for the time being
 * @param fix it is done
 */
public record SlaClock(
    String orderNumber,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    boolean aroundTheClock,
    @Nullable SlaTarget respond,
    @Nullable SlaTarget temporaryFix,
    @Nullable SlaTarget fix) {

  /** A later target that is met meets the earlier ones: what is fixed needs no temporary fix any more. */
  static SlaClock of(SlaClockRow row, Instant now, WorkingTime time) {
    Instant fixed = row.fixedAt();
    Instant temporarilyFixed = Optional.ofNullable(row.temporarilyFixedAt()).orElse(fixed);
    Instant responded = Optional.ofNullable(row.respondedAt()).orElse(temporarilyFixed);
    // nobody comes early who does not come at all
    Instant notBefore = row.respondedAt() == null && responded != null ? null : row.respondFrom();
    Reading reading = new Reading(row.runs(), now, time);
    return new SlaClock(
        row.orderNumber(), row.startedAt(), row.stoppedAt(), row.aroundTheClock(),
        reading.target(notBefore, row.respondDue(), row.respondWarning(), responded),
        reading.target(null, row.temporaryFixDue(), row.temporaryFixWarning(), temporarilyFixed),
        reading.target(null, row.fixDue(), row.fixWarning(), fixed));
  }

  private record Reading(boolean runs, Instant now, WorkingTime time) {

    SlaTarget target(Instant notBefore, Instant due, Instant warning, Instant reached) {
      if (due == null || reached == null && !runs) {
        return null;
      }
      return reached == null
          ? SlaTarget.open(notBefore, due, warning, now, time)
          : SlaTarget.reached(notBefore, due, warning, reached);
    }
  }
}
