package org.jobline.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The attendances as clients see them, first one first, and how many engineers may come. */
@Component
class VisitDetail implements OrderDetail {

  private final Visits visits;
  private final Engineers engineers;

  VisitDetail(Visits visits, Engineers engineers) {
    this.visits = visits;
    this.engineers = engineers;
  }

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    List<Visit> resumed = visits.resumed(order);
    description.put("visits", visits.of(order.number()).stream()
        .map(visit -> View.of(visit, resumed.contains(visit))).toList());
    visits.isFixedFirstTime(order).ifPresent(first -> description.put("firstTimeFix", first));
    description.put("engineersApproved", engineers.cap(order.number()));
    engineers.open(order.number()).ifPresent(request -> description.put("engineersRequested", request));
  }

  /** @param resumed whether it went on with the one before after a short break */
  record View(
      long id, String engineer, String reportedBy, int attending, String permitNumber, Instant startedAt,
      Instant stoppedAt, String outcome, List<String> reasons, String partsCost,
      boolean resumed) {

    static View of(Visit visit, boolean resumed) {
      return new View(visit.id(), visit.engineer(), visit.reportedBy(), visit.attending(), visit.permitNumber(),
          visit.startedAt(), visit.stoppedAt(), visit.outcome(), visit.reasons(), visit.partsCost().toPlainString(),
          resumed);
    }
  }
}
