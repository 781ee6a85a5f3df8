package org.jobline.sla;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.lang.Nullable;

/** One running of an order's clock, as it is kept. */
@Table("sla_clock")
record SlaClockRow(
    @Id @Nullable Long id,
    String orderNumber,
    Instant startedAt,
    boolean aroundTheClock,
    @Nullable Instant respondDue,
    @Nullable Instant temporaryFixDue,
    @Nullable Instant fixDue,
    @Nullable Instant respondWarning,
    @Nullable Instant temporaryFixWarning,
    @Nullable Instant fixWarning,
    @Nullable Instant respondedAt,
    @Nullable Instant temporarilyFixedAt,
    @Nullable Instant fixedAt) {

  /** The same running with its targets computed anew; a target that was met keeps what it was met against. */
  SlaClockRow moved(SlaClockRow to) {
    return new SlaClockRow(
        id, orderNumber, startedAt, to.aroundTheClock,
        respondedAt == null ? to.respondDue : respondDue,
        temporarilyFixedAt == null ? to.temporaryFixDue : temporaryFixDue,
        fixedAt == null ? to.fixDue : fixDue,
        respondedAt == null ? to.respondWarning : respondWarning,
        temporarilyFixedAt == null ? to.temporaryFixWarning : temporaryFixWarning,
        fixedAt == null ? to.fixWarning : fixWarning,
        respondedAt, temporarilyFixedAt, fixedAt);
  }
}
