package org.jobline.lifecycle.visit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One attendance at the site.
 *
 * @param contractor whose engineers came; null for a visit of an order without one
 * @param byTheDay whether the order was scheduled by the day when it began
 * @param engineer who came, when the field team rang in
 * @param reportedBy who told the desk afterwards
 * @param stoppedAt null while somebody is on site
 * @param outcome {@code completed}, {@code revisit required} or {@code not completed}; null while on site
 * @param reasons why a revisit is needed
 */
@Table("visit")
public record Visit(
    @Id @Nullable Long id,
    String orderNumber,
    @Column("resource") @Nullable String contractor,
    boolean byTheDay,
    @Nullable String engineer,
    @Nullable String reportedBy,
    int attending,
    @Nullable String permitNumber,
    Instant startedAt,
    @Nullable Instant stoppedAt,
    @Nullable String outcome,
    List<String> reasons,
    BigDecimal partsCost) {

  private static final String SHORT_BREAK = "short break";

  static Visit started(
      String orderNumber, @Nullable String contractor, boolean byTheDay, @Nullable String engineer,
      @Nullable String reportedBy, int attending, @Nullable String permitNumber, Instant at) {
    return new Visit(null, orderNumber, contractor, byTheDay, engineer, reportedBy, attending, permitNumber, at, null,
        null, List.of(), BigDecimal.ZERO);
  }

  Visit at(Instant start, @Nullable Instant stop) {
    return new Visit(id, orderNumber, contractor, byTheDay, engineer, reportedBy, attending, permitNumber, start, stop,
        outcome, reasons, partsCost);
  }

  /** Whether somebody was on site during both, a visit under way lasting until now. */
  boolean overlaps(Instant start, @Nullable Instant stop, Instant now) {
    return startedAt.isBefore(stop == null ? now : stop) && start.isBefore(stoppedAt == null ? now : stoppedAt);
  }

  Visit attendedBy(int engineers) {
    return new Visit(id, orderNumber, contractor, byTheDay, engineer, reportedBy, engineers, permitNumber, startedAt,
        stoppedAt, outcome, reasons, partsCost);
  }

  Visit stopped(Instant at, String outcome, List<String> reasons, BigDecimal partsCost) {
    return new Visit(id, orderNumber, contractor, byTheDay, engineer, reportedBy, attending, permitNumber, startedAt,
        at, outcome, reasons, partsCost);
  }

  /** Whether the work was done by it. */
  public boolean completed() {
    return "completed".equals(outcome);
  }

  /** Whether it has to be followed by another for this reason. */
  boolean isEndedForWantOf(String reason) {
    return "revisit required".equals(outcome) && reasons.contains(reason);
  }

  /** Whether it goes on with the visit before, which was only interrupted. */
  boolean resumes(Visit before, Duration shortBreak) {
    return before.stoppedAt != null && before.reasons.contains(SHORT_BREAK)
        && Objects.equals(contractor, before.contractor)
        && !startedAt.isAfter(before.stoppedAt.plus(shortBreak));
  }

  /** The id of a visit that was saved. */
  long savedId() {
    return Objects.requireNonNull(id);
  }

  /** When it ended, of one that is not open. */
  public Instant ended() {
    return Objects.requireNonNull(stoppedAt, "Somebody is still on site");
  }

  public boolean isOpen() {
    return stoppedAt == null;
  }
}
