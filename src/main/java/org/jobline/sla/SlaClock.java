package org.jobline.sla;

import java.time.Instant;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * How an order stands against its SLA, counted from when it was logged or last recalled.
 *
 * @param aroundTheClock whether every hour counts, or opening hours only
 * @param respond attendance begins; null: no such target was agreed
 * @param temporaryFix it works again for the time being
 * @param fix it is done
 */
public record SlaClock(
    String orderNumber,
    Instant startedAt,
    boolean aroundTheClock,
    @Nullable SlaTarget respond,
    @Nullable SlaTarget temporaryFix,
    @Nullable SlaTarget fix) {

  /** A later target that is met meets the earlier ones: what is fixed needs no temporary fix any more. */
  static SlaClock of(SlaClockRow row, Instant now, WorkingTime time) {
    Instant fixed = row.fixedAt();
    Instant temporarilyFixed = Optional.ofNullable(row.temporarilyFixedAt()).orElse(fixed);
    Instant responded = Optional.ofNullable(row.respondedAt()).orElse(temporarilyFixed);
    return new SlaClock(
        row.orderNumber(), row.startedAt(), row.aroundTheClock(),
        target(row.respondDue(), row.respondWarning(), responded, now, time),
        target(row.temporaryFixDue(), row.temporaryFixWarning(), temporarilyFixed, now, time),
        target(row.fixDue(), row.fixWarning(), fixed, now, time));
  }

  private static SlaTarget target(Instant due, Instant warning, Instant met, Instant now, WorkingTime time) {
    return due == null ? null : SlaTarget.of(due, warning, met, now, time);
  }
}
