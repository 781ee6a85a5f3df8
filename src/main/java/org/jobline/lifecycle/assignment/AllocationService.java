package org.jobline.lifecycle.assignment;

import java.util.List;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.contractor.OrderRanking;
import org.jobline.referencedata.contractor.RankedContractor;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which contractor has the order, and for when (domain/agent-actions.md, stages 0 and 1). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AllocationService {

  private final WorkOrders orders;
  private final ContractorService contractors;
  private final OrderRanking ranking;
  private final ReferenceData referenceData;
  private final Schedules schedules;
  private final ApplicationEventPublisher events;
  private final CurrentAction current;

  AllocationService(
      WorkOrders orders, ContractorService contractors, OrderRanking ranking, ReferenceData referenceData,
      Schedules schedules, ApplicationEventPublisher events, CurrentAction current) {
    this.orders = orders;
    this.contractors = contractors;
    this.ranking = ranking;
    this.referenceData = referenceData;
    this.schedules = schedules;
    this.events = events;
    this.current = current;
  }

  /**
   * Gives the order a contractor, a schedule, or both. Whether the contractor is paid by the day counts with a schedule
   * only.
   *
   * @throws InvalidFieldsException when neither is given, or the schedule is none
   */
  void allocate(OrderNumber number, Allocation allocation) {
    WorkOrder order = orders.lock(number);
    Optional<String> contractor = allocation.contractor();
    Optional<Schedule> schedule = schedules.of(allocation.schedule(), order.site());
    if (contractor.isEmpty() && schedule.isEmpty()) {
      throw new InvalidFieldsException("resource", "Choose a contractor or set a schedule.");
    }
    contractor.ifPresent(code -> {
      remarkRanking(order, code);
      current.change("resource", order.contractor().orElse(null), code);
      order.allocate(code);
    });
    schedule.ifPresent(set -> {
      current.change("schedule", order.schedule().map(Schedule::words).orElse(null), set.words());
      current.change("dayRate", order.isDayRate(), allocation.isDayRate());
      order.schedule(set, allocation.isDayRate());
    });
    events.publishEvent(new OrderAllocated(number));
  }

  private void remarkRanking(WorkOrder order, String chosen) {
    List<RankedContractor> open = ranking.open(order);
    open.stream().findFirst().ifPresent(first ->
        current.note("ranked first: " + first.contractor().name() + " (" + first.why() + ")"));
    open.stream().filter(candidate -> candidate.contractor().code().equals(chosen)).findFirst().ifPresent(candidate ->
        current.note("allocated to " + candidate.contractor().name() + " (" + candidate.why() + ")"));
  }

  /** The contractor declines; the order is without one. */
  void refuse(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    current.change("resource", order.contractor().orElse(null), null);
    current.note(order.contractor().flatMap(contractors::find).map(Contractor::name).orElse("the contractor")
        + " declined");
    order.declineByContractor();
    events.publishEvent(new ContractorChanged(number));
  }

  /** Whether the client wants the next contractor asked at once, and there is one. */
  boolean hasNext(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    return referenceData.client(order.client()).orElseThrow().secondPriorityResource()
        && ranking.next(order).isPresent();
  }

  void allocateNext(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    RankedContractor next = ranking.next(order).orElseThrow();
    order.allocate(next.contractor().code());
    events.publishEvent(new OrderAllocated(number));
    current.change("resource", null, next.contractor().code());
    current.note("next contractor: " + next.contractor().name() + " (" + next.why() + ")");
  }

  /** @throws InvalidFieldsException when it is the present one */
  void change(OrderNumber number, String contractor) {
    WorkOrder order = orders.lock(number);
    if (order.contractor().filter(contractor::equals).isPresent()) {
      throw new InvalidFieldsException("resource", "This order already has this contractor. Pick a different one.");
    }
    current.change("resource", order.contractor().orElse(null), contractor);
    remarkRanking(order, contractor);
    order.allocate(contractor);
    events.publishEvent(new ContractorChanged(number));
  }
}
