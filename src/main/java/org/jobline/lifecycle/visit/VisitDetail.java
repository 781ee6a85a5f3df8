package org.jobline.lifecycle.visit;

import java.time.Instant;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The attendances as clients see them, first one first, and how many engineers may come. */
@Component
class VisitDetail implements OrderDetail<VisitDetail.VisitPart> {

  /** Of an order that is no work order. */
  private static final VisitPart NONE = new VisitPart(List.of(), null, false, null, null);

  private final WorkOrders workOrders;
  private final VisitService visits;
  private final WaitingForParts waiting;
  private final EngineerApprovalService engineers;

  VisitDetail(
      WorkOrders workOrders, VisitService visits, WaitingForParts waiting, EngineerApprovalService engineers) {
    this.workOrders = workOrders;
    this.visits = visits;
    this.waiting = waiting;
    this.engineers = engineers;
  }

  @Override
  public VisitPart of(Order order) {
    return workOrders.find(order).map(this::of).orElse(NONE);
  }

  private VisitPart of(WorkOrder workOrder) {
    List<Visit> resumed = visits.resumed(workOrder);
    return new VisitPart(
        visits.of(workOrder.number()).stream().map(visit -> VisitView.of(visit, resumed.contains(visit))).toList(),
        visits.isFixedFirstTime(workOrder).orElse(null),
        waiting.isWaiting(workOrder.order()),
        engineers.cap(workOrder.number()),
        engineers.open(workOrder.number()).orElse(null));
  }

  /**
   * @param firstTimeFix null: that cannot be told yet
   * @param waitingForParts whether the last visit ended for want of parts
   * @param engineersApproved null: nobody comes for such an order
   * @param engineersRequested more of them, in words; null while nobody asks
   */
  record VisitPart(
      List<VisitView> visits, @Nullable Boolean firstTimeFix, boolean waitingForParts,
      @Nullable Integer engineersApproved, @Nullable String engineersRequested) {}

  /** @param resumed whether it went on with the one before after a short break */
  record VisitView(
      long id, @Nullable String engineer, @Nullable String reportedBy, int attending, @Nullable String permitNumber,
      Instant startedAt, @Nullable Instant stoppedAt, @Nullable String outcome, List<String> reasons, String partsCost,
      boolean resumed) {

    static VisitView of(Visit visit, boolean resumed) {
      return new VisitView(visit.savedId(), visit.engineer(), visit.reportedBy(), visit.attending(),
          visit.permitNumber(), visit.startedAt(), visit.stoppedAt(), visit.outcome(), visit.reasons(),
          visit.partsCost().toPlainString(), resumed);
    }
  }
}
