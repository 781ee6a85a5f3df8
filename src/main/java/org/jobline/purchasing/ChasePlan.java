package org.jobline.purchasing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.order.StatusCode;
import org.jobline.platform.time.WrittenTime;
import org.jspecify.annotations.Nullable;

/**
 * When the desk has to get in touch with an order's supplier: he has not acknowledged it, what he promised is due or has
 * not come, or what went back was not credited.
 */
final class ChasePlan {

  private static final StatusCode PENDING_ACKNOWLEDGEMENT = new StatusCode("1.43");
  /** When the desk begins its day. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final PurchaseOrder order;
  private final ZoneId zone;

  /** @param zone of the site */
  ChasePlan(PurchaseOrder order, ZoneId zone) {
    this.order = order;
    this.zone = zone;
  }

  /**
   * @param wait as the decision table says
   * @param last when the desk was last told so; null when it never was
   * @return empty when there is nothing to wait for
   */
  Optional<Instant> due(ChaseReason reason, Duration wait, @Nullable Instant last) {
    if (!order.isSubmitted() || order.order().cancelledAt().isPresent()) {
      return Optional.empty();
    }
    return switch (reason) {
      case NOT_ACKNOWLEDGED -> order.submittedAt()
          .filter(sent -> order.order().status().code().equals(PENDING_ACKNOWLEDGEMENT))
          .map(sent -> later(sent, last).plus(wait));
      case DELIVERY_SOON -> expected().map(day -> morningOf(day).minus(wait))
          .filter(soon -> last == null || last.isBefore(soon));
      case DELIVERY_OVERDUE -> expected().map(day -> morningOf(day.plusDays(1)))
          .map(late -> last == null || last.isBefore(late) ? late : last.plus(wait));
      case CREDIT_NOTE_MISSING -> order.creditExpectedSince().map(since -> later(since, last).plus(wait));
    };
  }

  /** The first day something that is open is expected on. */
  private Optional<LocalDate> expected() {
    return order.openLines().stream().flatMap(line -> order.expectedOn(line).stream()).min(Comparator.naturalOrder());
  }

  private Instant morningOf(LocalDate day) {
    return day.atTime(MORNING).atZone(zone).toInstant();
  }

  private static Instant later(Instant since, @Nullable Instant last) {
    return last == null || last.isBefore(since) ? since : last;
  }

  /** What the desk is told. */
  String words(ChaseReason reason) {
    return switch (reason) {
      case NOT_ACKNOWLEDGED -> "the supplier hasn't acknowledged the order";
      case DELIVERY_SOON -> "delivery due: " + items(expected().orElseThrow());
      case DELIVERY_OVERDUE -> "delivery overdue: " + items(expected().orElseThrow());
      case CREDIT_NOTE_MISSING -> "no credit note for what was returned";
    };
  }

  private String items(LocalDate day) {
    List<PurchaseLine> lines = order.openLines().stream()
        .filter(line -> order.expectedOn(line).filter(day::equals).isPresent()).toList();
    return lines.stream().map(line -> line.open() + " of " + line.description()).collect(Collectors.joining(", "))
        + " on " + WrittenTime.day(day);
  }
}
