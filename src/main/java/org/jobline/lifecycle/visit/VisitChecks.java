package org.jobline.lifecycle.visit;

import java.time.Instant;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.platform.time.WrittenTime;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What site, work and client ask of those who come. */
@Component
class VisitChecks {

  private final ReferenceData referenceData;
  private final Calls calls;
  private final EngineerApprovalService engineers;

  VisitChecks(ReferenceData referenceData, Calls calls, EngineerApprovalService engineers) {
    this.referenceData = referenceData;
    this.calls = calls;
    this.engineers = engineers;
  }

  /** @throws InvalidFieldsException when the site or the work does not allow the start, or nobody had called by then */
  void start(WorkOrder order, Start start) {
    boolean register = referenceData.site(order.site()).orElseThrow().asbestosRegister();
    if (register && !start.asbestosRead()) {
      throw new InvalidFieldsException("asbestosRead", "Tick “Asbestos register read”: this site has a register.");
    }
    boolean permit = referenceData.workType(order.workType()).orElseThrow().permitRequired();
    if (permit && start.permitNumber() == null) {
      throw new InvalidFieldsException("permitNumber", "Permit number is required for this work type.");
    }
    calls.last(order.number()).ifPresent(called -> startsAfter(called, start.at(), order));
  }

  /** @throws InvalidFieldsException when the visit had been before somebody called for it */
  void amendedStart(WorkOrder order, Visit visit, Instant start) {
    calls.answeredAt(order.number(), visit.startedAt()).ifPresent(called -> startsAfter(called, start, order));
  }

  private void startsAfter(Instant called, Instant start, WorkOrder order) {
    if (Rules.notBeforeMinuteOf(called, start).isBefore(called)) {
      throw new InvalidFieldsException("start", "Started at can't be before the order was logged or recalled, on "
          + shown(order, called) + ".");
    }
  }

  /** @throws InvalidFieldsException when more come than were approved */
  void attending(OrderNumber number, int attending) {
    attending(attending, engineers.cap(number));
  }

  /**
   * @param visit which of the order's visits it was, counted from 1
   * @throws InvalidFieldsException when more came than were approved for it
   */
  void attended(OrderNumber number, int visit, int attending) {
    attending(attending, engineers.cap(number, visit));
  }

  private static void attending(int attending, int cap) {
    if (attending > cap) {
      throw new InvalidFieldsException("attending", "Number attending can't be more than " + cap
          + ", the number of engineers approved.");
    }
  }

  /** As the people on site would say it. */
  String shown(WorkOrder order, Instant instant) {
    return WrittenTime.minute(instant, referenceData.site(order.site()).orElseThrow().timeZone());
  }
}
