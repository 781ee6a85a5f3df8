package org.jobline.lifecycle;

import java.time.Clock;
import org.jobline.lifecycle.visit.AttendanceRecording;
import org.jobline.lifecycle.visit.EngineerApprovalService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends orders before their time and brings them back (domain/statuses.md). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CancellationService {

  private final Orders orders;
  private final WorkOrders workOrders;
  private final AttendanceRecording attendances;
  private final EngineerApprovalService engineers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CancellationService(
      Orders orders, WorkOrders workOrders, AttendanceRecording attendances, EngineerApprovalService engineers,
      ApplicationEventPublisher events, Clock clock) {
    this.orders = orders;
    this.workOrders = workOrders;
    this.attendances = attendances;
    this.engineers = engineers;
    this.events = events;
    this.clock = clock;
  }

  void cancel(OrderNumber number) {
    orders.lock(number).cancel(clock.instant());
    events.publishEvent(new OrderCancelled(number));
    engineers.lapse(number);
  }

  /**
   * Brings a cancelled order back, and records the visit that was made meanwhile if there was one.
   *
   * @return where it goes on in the stage it comes back to
   * @throws InvalidFieldsException when the visit does not fit the order, or what becomes of a refused cost was not
   *     said
   */
  String reinstate(OrderNumber number, Reinstatement reinstatement) {
    Order order = orders.lock(number);
    // before the visit, which may meet targets that are due later now
    events.publishEvent(new ReinstatementBegun(number));
    reinstatement.visit().ifPresent(visit -> {
      if (workOrders.find(order).flatMap(WorkOrder::contractor).isEmpty()) {
        throw new InvalidFieldsException("how",
            "Reinstate to previous status: the order has no contractor who could have attended.");
      }
      attendances.record(number, visit.start());
      attendances.stop(number, visit.stop());
    });
    order.reinstate();
    events.publishEvent(new OrderReinstated(number, reinstatement.authorisation()));
    return reinstatement.entry(order);
  }
}
