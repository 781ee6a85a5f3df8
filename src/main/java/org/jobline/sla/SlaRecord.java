package org.jobline.sla;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One running of an order's clock, as it is kept.
 *
 * @param respondFrom whoever begins before is early; null: any time up to the due instant will do
 * @param stoppedAt since when it stands still because the order is cancelled; null while it runs
 */
@Table("sla_clock")
record SlaRecord(
    @Id @Nullable Long id,
    String orderNumber,
    Instant startedAt,
    boolean aroundTheClock,
    @Nullable Instant respondFrom,
    @Nullable Instant respondDue,
    @Nullable Instant temporaryFixDue,
    @Nullable Instant fixDue,
    @Nullable Instant respondWarning,
    @Nullable Instant temporaryFixWarning,
    @Nullable Instant fixWarning,
    @Nullable Instant respondedAt,
    @Nullable Instant temporarilyFixedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant stoppedAt) {

  /** The same running with its targets computed anew; a target that was met keeps what it was met against. */
  SlaRecord moved(SlaRecord to) {
    return new SlaRecord(
        id, orderNumber, startedAt, to.aroundTheClock,
        respondedAt == null ? to.respondFrom : respondFrom,
        respondedAt == null ? to.respondDue : respondDue,
        temporarilyFixedAt == null ? to.temporaryFixDue : temporaryFixDue,
        fixedAt == null ? to.fixDue : fixDue,
        respondedAt == null ? to.respondWarning : respondWarning,
        temporarilyFixedAt == null ? to.temporaryFixWarning : temporaryFixWarning,
        fixedAt == null ? to.fixWarning : fixWarning,
        respondedAt, temporarilyFixedAt, fixedAt, stoppedAt);
  }

  /** The id of a running that was saved. */
  long savedId() {
    return Objects.requireNonNull(id);
  }

  @Nullable Instant due(TargetKind kind) {
    return switch (kind) {
      case RESPOND -> respondDue;
      case TEMPORARY_FIX -> temporaryFixDue;
      case FIX -> fixDue;
    };
  }

  @Nullable Instant warning(TargetKind kind) {
    return switch (kind) {
      case RESPOND -> respondWarning;
      case TEMPORARY_FIX -> temporaryFixWarning;
      case FIX -> fixWarning;
    };
  }

  /** One of the targets; empty where it was not agreed. */
  Optional<NextTarget> target(TargetKind kind) {
    Instant due = due(kind);
    Instant warning = warning(kind);
    return due == null || warning == null ? Optional.empty() : Optional.of(new NextTarget(kind, due, warning));
  }

  /** A later target that is reached reaches the earlier ones: what is fixed needs no temporary fix any more. */
  @Nullable Instant reachedAt(TargetKind kind) {
    return switch (kind) {
      case RESPOND -> respondedAt == null ? reachedAt(TargetKind.TEMPORARY_FIX) : respondedAt;
      case TEMPORARY_FIX -> temporarilyFixedAt == null ? fixedAt : temporarilyFixedAt;
      case FIX -> fixedAt;
    };
  }

  /** The same running with its targets reached at these times; null: not by itself. */
  SlaRecord reached(@Nullable Instant responded, @Nullable Instant temporarilyFixed, @Nullable Instant fixed) {
    return new SlaRecord(
        id, orderNumber, startedAt, aroundTheClock, respondFrom, respondDue, temporaryFixDue, fixDue, respondWarning,
        temporaryFixWarning, fixWarning, responded, temporarilyFixed, fixed, stoppedAt);
  }

  /** @param since null: it runs */
  SlaRecord standingStill(@Nullable Instant since) {
    return new SlaRecord(
        id, orderNumber, startedAt, aroundTheClock, respondFrom, respondDue, temporaryFixDue, fixDue, respondWarning,
        temporaryFixWarning, fixWarning, respondedAt, temporarilyFixedAt, fixedAt, since);
  }

  boolean runs() {
    return stoppedAt == null;
  }
}
