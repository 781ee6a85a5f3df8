package org.jobline.lifecycle.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gets the order accepted by its contractor (domain/agent-actions.md, stage 1). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AssignmentService {

  private final WorkOrders orders;
  private final ContractorService contractors;
  private final Clearance clearance;
  private final ApplicationEventPublisher events;
  private final CurrentAction current;
  private final Clock clock;

  AssignmentService(
      WorkOrders orders, ContractorService contractors, Clearance clearance, ApplicationEventPublisher events,
      CurrentAction current, Clock clock) {
    this.orders = orders;
    this.contractors = contractors;
    this.clearance = clearance;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** Sends the order to its contractor. */
  void send(OrderNumber number, Optional<String> reference) {
    orders.lock(number).markSent(clock.instant(), reference.orElse(null));
    events.publishEvent(new OrderSent(number));
  }

  /** Sends the order without having been asked to, to a contractor that agrees to that. */
  void sendAutomatically(OrderNumber number) {
    current.note("assigned automatically");
    send(number, Optional.empty());
  }

  /**
   * The contractor takes the job; the building is told when it comes.
   *
   * @throws InvalidFieldsException when the time of arrival has passed
   */
  void accept(OrderNumber number, Optional<Instant> eta, Optional<String> reference) {
    WorkOrder order = orders.lock(number);
    eta.ifPresentOrElse(
        time -> {
          Rules.notInThePast("eta", "ETA", time, clock);
          current.change("eta", order.eta().orElse(null), time);
          order.setEta(time);
          events.publishEvent(new EtaAgreed(number));
        },
        () -> current.note("no ETA given"));
    reference.ifPresent(given -> {
      current.change("resourceReference", order.contractorReference(), given);
      order.setContractorReference(given);
    });
  }

  boolean isAssignedAutomatically(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    // what waits for authorisation is sent to nobody
    return !clearance.isNeeded(order.order()) && order.contractor()
        .map(code -> contractors.automaticAssignment(code, order.client(), order.site(), order.workType(), today()))
        .orElse(false);
  }

  boolean acceptsAutomatically(OrderNumber number) {
    return orders.lock(number).contractor().map(contractors::automaticAcceptance).orElse(false);
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
