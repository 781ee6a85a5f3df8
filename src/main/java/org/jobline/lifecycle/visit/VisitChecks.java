package org.jobline.lifecycle.visit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What site, work and client ask of those who come. */
@Component
class VisitChecks {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

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
    calls.last(order.number()).filter(called -> Rules.notBeforeMinuteOf(called, start.at()).isBefore(called))
        .ifPresent(called -> {
          throw new InvalidFieldsException("start", "Started at can't be before the order was logged or recalled, on "
              + shown(order, called) + ".");
        });
  }

  /** @throws InvalidFieldsException when more come than were approved */
  void attending(OrderNumber number, int attending) {
    int cap = engineers.cap(number);
    if (attending > cap) {
      throw new InvalidFieldsException("attending", "Number attending can't be more than " + cap
          + ", the number of engineers approved.");
    }
  }

  /** As the people on site would say it. */
  String shown(WorkOrder order, Instant instant) {
    return SHOWN.format(instant.atZone(referenceData.site(order.site()).orElseThrow().timeZone()));
  }
}
