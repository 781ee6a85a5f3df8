package org.jobline.api;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.order.Order;
import org.jobline.order.Status;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of an order itself; what the features know of it stands beside it. What only work orders have is null
 * for others, such as those that buy something.
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
    String number, String type, StatusView status, boolean locked, String client, String site,
    @Nullable String workType, @Nullable String priority, @Nullable String description, ContactView contact,
    @Nullable String location, @Nullable String equipment, @Nullable String symptom, @Nullable String reason,
    @Nullable String costCode, @Nullable String capitalCode, @Nullable String externalReference,
    @Nullable String resource, @Nullable String resourceReference, @Nullable ScheduleView schedule,
    @Nullable Boolean dayRate, @Nullable Instant sentAt, @Nullable Instant eta, @Nullable Instant etaRequestedAt,
    @Nullable Integer attempts, @Nullable Instant nextAttemptAt, @Nullable Boolean cis, Instant loggedAt,
    String loggedBy, @Nullable Instant completedAt, @Nullable Instant recallUntil, @Nullable Integer recalls,
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

  /** @param work what only work orders have; empty for another order */
  static OrderView of(Order order, Optional<WorkOrder> work) {
    return new OrderView(
        order.number().value(), order.type().name(), StatusView.of(order.status()), order.locked(), order.client(),
        order.site(), of(work, WorkOrder::workType), of(work, WorkOrder::priority), of(work, WorkOrder::description),
        new ContactView(order.contactName(), order.contactPhone()), of(work, WorkOrder::location),
        of(work, WorkOrder::equipment), of(work, WorkOrder::symptom), of(work, WorkOrder::reason),
        of(work, WorkOrder::costCode), of(work, WorkOrder::capitalCode), of(work, WorkOrder::externalReference),
        orNull(work.flatMap(WorkOrder::contractor)), of(work, WorkOrder::contractorReference),
        orNull(work.flatMap(WorkOrder::schedule).map(ScheduleView::of)), of(work, WorkOrder::isDayRate),
        orNull(work.flatMap(WorkOrder::sentAt)), orNull(work.flatMap(WorkOrder::eta)),
        orNull(work.flatMap(WorkOrder::etaRequestedAt)), of(work, WorkOrder::contactAttempts),
        orNull(work.flatMap(WorkOrder::nextAttemptAt)), of(work, WorkOrder::isCis), order.loggedAt(), order.loggedBy(),
        orNull(order.completedAt()), orNull(work.flatMap(WorkOrder::recallUntil)), of(work, WorkOrder::recalls),
        orNull(order.cancelledAt()));
  }

  private static <T> @Nullable T of(Optional<WorkOrder> work, Function<WorkOrder, T> part) {
    return work.map(part).orElse(null);
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
