package org.jobline.lifecycle.visit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jobline.order.OrderNumber;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was on site when. */
@Service
@Transactional(readOnly = true)
public class VisitService {

  private final VisitRecords visits;
  private final ReferenceData referenceData;

  VisitService(VisitRecords visits, ReferenceData referenceData) {
    this.visits = visits;
    this.referenceData = referenceData;
  }

  /** The order's visits, oldest first. */
  public List<Visit> of(OrderNumber number) {
    return visits.findByOrderNumberOrderByStartedAt(number.value());
  }

  /** Those of the order's visits that went on with the one before after a break within the client's period. */
  public List<Visit> resumed(WorkOrder order) {
    Duration shortBreak = referenceData.client(order.client()).orElseThrow().shortBreak();
    List<Visit> all = of(order.number());
    return IntStream.range(1, all.size())
        .filter(i -> all.get(i).resumes(all.get(i - 1), shortBreak))
        .mapToObj(all::get)
        .toList();
  }

  /** Whether the first who came did the work, a short break left aside; empty before it was done on site. */
  public Optional<Boolean> isFixedFirstTime(WorkOrder order) {
    List<Visit> all = of(order.number());
    List<Visit> resumed = resumed(order);
    return all.stream().filter(Visit::completed).findFirst().map(done ->
        all.subList(0, all.indexOf(done) + 1).stream().skip(1).allMatch(resumed::contains));
  }
}
