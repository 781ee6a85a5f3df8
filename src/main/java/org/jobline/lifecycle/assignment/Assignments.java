package org.jobline.lifecycle.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.action.Prompts;
import org.jobline.messaging.recipients.OrderMails;
import org.jobline.money.authorisation.Authorisations;
import org.jobline.money.cost.Costs;
import org.jobline.money.invoice.Invoices;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFields;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.estate.Estate;
import org.jobline.referencedata.resource.OrderRanking;
import org.jobline.referencedata.resource.RankedResource;
import org.jobline.referencedata.resource.Resource;
import org.jobline.referencedata.resource.Resources;
import org.jobline.sla.ChaseTimes;
import org.jobline.sla.Slas;
import org.jobline.visit.Engineers;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the order a resource and gets it accepted (domain/agent-actions.md, stages 0 and 1). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Assignments {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

  private final WorkOrders orders;
  private final Resources resources;
  private final OrderRanking ranking;
  private final Estate estate;
  private final Schedules schedules;
  private final Slas slas;
  private final ChaseTimes chaseTimes;
  private final OrderMails mails;
  private final Engineers engineers;
  private final Invoices invoices;
  private final Costs costs;
  private final Authorisations authorisations;
  private final Prompts prompts;
  private final CurrentAction current;
  private final Clock clock;

  Assignments(
      WorkOrders orders, Resources resources, OrderRanking ranking, Estate estate, Schedules schedules, Slas slas,
      ChaseTimes chaseTimes, OrderMails mails, Engineers engineers, Invoices invoices, Costs costs,
      Authorisations authorisations, Prompts prompts, CurrentAction current, Clock clock) {
    this.orders = orders;
    this.resources = resources;
    this.ranking = ranking;
    this.estate = estate;
    this.schedules = schedules;
    this.slas = slas;
    this.chaseTimes = chaseTimes;
    this.mails = mails;
    this.engineers = engineers;
    this.invoices = invoices;
    this.costs = costs;
    this.authorisations = authorisations;
    this.prompts = prompts;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Gives the order a resource, a schedule, or both. Whether the resource is paid by the day counts with a schedule
   * only.
   *
   * @throws InvalidFields when neither is given, or the schedule is none
   */
  void allocate(OrderNumber number, Allocation allocation) {
    WorkOrder order = orders.lock(number);
    Optional<String> resource = allocation.resource();
    Optional<Schedule> schedule = schedules.of(allocation.schedule(), order.site());
    if (resource.isEmpty() && schedule.isEmpty()) {
      throw new InvalidFields("resource", "Choose a contractor or set a schedule.");
    }
    resource.ifPresent(code -> {
      remarkRanking(order, code);
      current.change("resource", order.resource().orElse(null), code);
      order.allocate(code);
    });
    schedule.ifPresent(set -> {
      current.change("schedule", order.schedule().map(Schedule::words).orElse(null), set.words());
      current.change("dayRate", order.isByTheDay(), allocation.isByTheDay());
      order.schedule(set, allocation.isByTheDay());
    });
    resourceOrScheduleChanged(number);
  }

  private void resourceOrScheduleChanged(OrderNumber number) {
    slas.recompute(number);
    costs.resourceChanged(number);
  }

  private void remarkRanking(WorkOrder order, String chosen) {
    List<RankedResource> open = ranking.open(order);
    open.stream().findFirst().ifPresent(first ->
        current.note("ranked first: " + first.resource().name() + " (" + first.why() + ")"));
    open.stream().filter(candidate -> candidate.resource().code().equals(chosen)).findFirst().ifPresent(candidate ->
        current.note("allocated to " + candidate.resource().name() + " (" + candidate.why() + ")"));
  }

  /** Sends the order to its resource, by e-mail whatever was agreed by phone. */
  void send(OrderNumber number, Optional<String> reference) {
    WorkOrder order = orders.lock(number);
    order.sentToResource(clock.instant(), reference.orElse(null));
    mails.assign(order);
  }

  /** Sends the order without having been asked to, to a resource that agrees to that. */
  void sendAutomatically(OrderNumber number) {
    current.note("assigned automatically");
    send(number, Optional.empty());
  }

  /**
   * The resource takes the job; the building is told when it comes.
   *
   * @throws InvalidFields when the time of arrival has passed
   */
  void accept(OrderNumber number, Optional<Instant> eta, Optional<String> reference) {
    WorkOrder order = orders.lock(number);
    eta.ifPresentOrElse(
        time -> {
          Rules.notInThePast("eta", "ETA", time, clock);
          current.change("eta", order.eta().orElse(null), time);
          order.expectArrival(time);
          mails.eta(order);
        },
        () -> current.note("no ETA given"));
    reference.ifPresent(given -> {
      current.change("resourceReference", order.resourceReference(), given);
      order.referenceOfResource(given);
    });
  }

  /** An attempt at reaching the resource failed; it is due again after the time the chase table says. */
  void countAttempt(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    Instant next = clock.instant().plus(chaseTimes.after("no answer"));
    order.notReached(next);
    prompts.putOff(order.order(), next);
    ZoneId zone = estate.site(order.site()).orElseThrow().timeZone();
    current.note("attempt " + order.attempts() + ", try again " + TIME.format(next.atZone(zone)));
  }

  /** The resource declines; the order is without one. */
  void refuse(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    current.change("resource", order.resource().orElse(null), null);
    current.note(order.resource().map(this::resource).map(Resource::name).orElse("the contractor") + " declined");
    order.refusedByResource();
    engineers.lapse(number);
    resourceOrScheduleChanged(number);
    takeCisMarkOff(order);
  }

  /** Whether the client wants the next resource asked at once, and there is one. */
  boolean hasNext(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    return estate.client(order.client()).orElseThrow().secondPriorityResource() && ranking.next(order).isPresent();
  }

  void allocateNext(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    RankedResource next = ranking.next(order).orElseThrow();
    order.allocate(next.resource().code());
    resourceOrScheduleChanged(number);
    current.change("resource", null, next.resource().code());
    current.note("next contractor: " + next.resource().name() + " (" + next.why() + ")");
  }

  /** Tells the present resource and the building that it will not come, when it had been told that it should. */
  void tellDeallocated(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    if (order.sentAt().isPresent()) {
      mails.deallocated(order);
    }
  }

  void change(OrderNumber number, String resource) {
    WorkOrder order = orders.lock(number);
    if (order.resource().filter(resource::equals).isPresent()) {
      throw new InvalidFields("resource", "This order already has this contractor. Pick a different one.");
    }
    current.change("resource", order.resource().orElse(null), resource);
    remarkRanking(order, resource);
    order.allocate(resource);
    engineers.lapse(number);
    resourceOrScheduleChanged(number);
    takeCisMarkOff(order);
  }

  private void takeCisMarkOff(WorkOrder order) {
    boolean registered = order.resource().map(this::resource).map(Resource::isRegisteredForCis).orElse(false);
    if (order.cis() && !registered) {
      order.markCis(false);
      current.change("cis", true, false);
      current.note("CIS removed: the contractor isn't CIS-registered");
    }
  }

  boolean isAssignedAutomatically(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    // what waits for authorisation is sent to nobody
    return !authorisations.isNeeded(order) && order.resource()
        .map(code -> resources.automaticAssignment(code, order.client(), order.site(), order.workType(), today()))
        .orElse(false);
  }

  boolean acceptsAutomatically(OrderNumber number) {
    return orders.lock(number).resource().map(resources::automaticAcceptance).orElse(false);
  }

  /** Asks for the time of arrival. */
  void requestEta(OrderNumber number, boolean byEmail) {
    WorkOrder order = orders.lock(number);
    order.etaRequested(clock.instant());
    if (byEmail) {
      mails.etaRequested(order);
    }
  }

  /** @throws InvalidFields when the time of arrival has passed */
  void expectArrival(OrderNumber number, Instant eta) {
    Rules.notInThePast("eta", "ETA", eta, clock);
    WorkOrder order = orders.lock(number);
    current.change("eta", order.eta().orElse(null), eta);
    order.expectArrival(eta);
    prompts.putOff(order.order(), eta);
  }

  void tellEta(OrderNumber number) {
    mails.eta(orders.lock(number));
  }

  void reference(OrderNumber number, String reference) {
    WorkOrder order = orders.lock(number);
    current.change("resourceReference", order.resourceReference(), reference);
    order.referenceOfResource(reference);
  }

  /**
   * Marks the order as work under the Construction Industry Scheme, or takes the mark off.
   *
   * @throws InvalidFields when the resource is not registered, an invoice was recorded, or nothing would change
   */
  void markCis(OrderNumber number, boolean cis) {
    WorkOrder order = orders.lock(number);
    if (order.cis() == cis) {
      throw new InvalidFields("confirm", cis ? "This order is already marked as CIS."
          : "This order isn't marked as CIS.");
    }
    if (!cis && invoices.exist(number)) {
      throw new InvalidFields("remove", "CIS can't be removed once an invoice has been recorded.");
    }
    if (cis && !order.resource().map(this::resource).map(Resource::isRegisteredForCis).orElse(false)) {
      throw new InvalidFields("confirm", "This contractor isn't CIS-registered.");
    }
    current.change("cis", order.cis(), cis);
    order.markCis(cis);
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Resource resource(String code) {
    return resources.find(code).orElseThrow();
  }
}
