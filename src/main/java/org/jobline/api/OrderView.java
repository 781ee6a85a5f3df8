package org.jobline.api;

import java.time.Instant;
import java.util.Optional;
import org.jobline.order.Status;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of an order itself; what the features know of it stands beside it.
 *
 * @param locked whether it waits for an authorisation
 * @param resource the code of the contractor that does the work
 * @param resourceReference what the contractor calls the order
 * @param dayRate whether the work is paid by the day
 * @param sentAt when the contractor was told of it
 * @param eta when the contractor is expected
 * @param attempts how often nobody could be reached, one after the other
 * @param cis whether tax is deducted from its invoices under the Construction Industry Scheme
 * @param recallUntil the end of the time in which the work may be recalled
 */
record OrderView(
    String number, String type, StatusView status, boolean locked, String client, String site, String workType,
    String priority, String description, ContactView contact, @Nullable String location, @Nullable String equipment,
    @Nullable String symptom, @Nullable String reason, @Nullable String costCode, @Nullable String capitalCode,
    @Nullable String externalReference, @Nullable String resource, @Nullable String resourceReference,
    @Nullable ScheduleView schedule, boolean dayRate, @Nullable Instant sentAt, @Nullable Instant eta,
    @Nullable Instant etaRequestedAt, int attempts, @Nullable Instant nextAttemptAt, boolean cis, Instant loggedAt,
    String loggedBy, @Nullable Instant completedAt, @Nullable Instant recallUntil, int recalls,
    @Nullable Instant cancelledAt) {

  /** @param code such as {@code 1.03} */
  record StatusView(String code, String name) {

    static StatusView of(Status status) {
      return new StatusView(status.code().value(), status.name());
    }
  }

  /** @param kind up to SLA, exact, or start and finish */
  record ScheduleView(String kind, @Nullable Instant from, @Nullable Instant to) {

    static ScheduleView of(Schedule schedule) {
      return new ScheduleView(schedule.kind().label(), schedule.from(), schedule.to());
    }
  }

  record ContactView(@Nullable String name, @Nullable String phone) {}

  static OrderView of(WorkOrder order) {
    return new OrderView(
        order.number().value(), order.type().name(), StatusView.of(order.status()), order.locked(), order.client(),
        order.site(), order.workType(), order.priority(), order.description(),
        new ContactView(order.contactName(), order.contactPhone()), order.location(), order.equipment(),
        order.symptom(), order.reason(), order.costCode(), order.capitalCode(), order.externalReference(),
        orNull(order.contractor()), order.contractorReference(), orNull(order.schedule().map(ScheduleView::of)),
        order.isDayRate(), orNull(order.sentAt()), orNull(order.eta()), orNull(order.etaRequestedAt()),
        order.contactAttempts(), orNull(order.nextAttemptAt()), order.isCis(), order.loggedAt(), order.loggedBy(),
        orNull(order.completedAt()), orNull(order.recallUntil()), order.recalls(), orNull(order.cancelledAt()));
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
