package org.jobline.lifecycle.visit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many engineers may come (domain/agent-actions.md, request-additional-engineers). What is approved is approved for
 * the contractor that asked: it ends when the order is cancelled, recalled or given to another contractor.
 */
@Service
public class EngineerApprovalService {

  private static final String THIS_OR_NEXT = "the present or next visit";

  private final EngineersRepository requests;
  private final VisitRecords visits;
  private final WorkOrders orders;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final CurrentAction current;
  private final Clock clock;

  EngineerApprovalService(
      EngineersRepository requests, VisitRecords visits, WorkOrders orders, ProcessMessages messages,
      ApplicationEventPublisher events, CurrentAction current, Clock clock) {
    this.requests = requests;
    this.visits = visits;
    this.orders = orders;
    this.messages = messages;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** How many of each rate group may come to the visit under way, or else to the next. */
  Map<RateGroup, Integer> approved(OrderNumber number) {
    return approved(number, presentOrNext(number));
  }

  private Map<RateGroup, Integer> approved(OrderNumber number, int visit) {
    Map<String, Integer> asked = requests.of(number.value()).stream()
        .filter(request -> request.covers(visit))
        .collect(Collectors.toMap(EngineersRequest::rateGroup, EngineersRequest::engineers, (first, last) -> last));
    return requests.rateGroups().stream()
        .collect(Collectors.toMap(Function.identity(), group -> asked.getOrDefault(group.code(), group.included())));
  }

  private int approved(OrderNumber number, RateGroup group) {
    return approved(number).getOrDefault(group, group.included());
  }

  /** How many may come in all. */
  int cap(OrderNumber number) {
    return cap(number, presentOrNext(number));
  }

  /** @param visit one of the order's, counted from 1 */
  int cap(OrderNumber number, int visit) {
    return approved(number, visit).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The request nobody has decided yet, in the words of the desk. */
  Optional<String> open(OrderNumber number) {
    return requests.open(number.value()).map(request -> {
      RateGroup group = group(request.rateGroup());
      return request.engineers() + " × " + group.name() + " (currently " + approved(number, group) + ")";
    });
  }

  private RateGroup group(String code) {
    return requests.rateGroups().stream().filter(group -> group.code().equals(code)).findFirst().orElseThrow();
  }

  /**
   * The contractor asks for more, or a number approved by mistake is corrected.
   *
   * @param total of the rate group, those approved already included
   * @return the request in the words of the desk
   * @throws InvalidFieldsException when it is what is approved, or fewer than are on site
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String request(OrderNumber number, String rateGroup, int total) {
    WorkOrder order = orders.lock(number);
    int approved = approved(number, group(rateGroup));
    if (total == approved) {
      throw new InvalidFieldsException("total", "Total needed is already " + approved + ". Enter a different number.");
    }
    refuseBelowAttendance(number, "total", cap(number) - approved + total);
    requests.add(number.value(), order.contractor().orElseThrow(), rateGroup, total, clock.instant());
    String words = open(number).orElseThrow();
    current.note(words);
    return words;
  }

  private void refuseBelowAttendance(OrderNumber number, String field, int inAll) {
    visits.findByOrderNumberOrderByStartedAt(number.value()).stream()
        .filter(visit -> visit.isOpen() && visit.attending() > inAll)
        .findFirst()
        .ifPresent(visit -> {
          throw new InvalidFieldsException(field, "There are already " + visit.attending()
              + " on site; the number approved can't be lower.");
        });
  }

  /**
   * The client's side has decided; a refusal is told to the contractor.
   *
   * @param whichVisits as the form has it; empty when it was refused
   * @throws InvalidFieldsException when more are on site by now than would be approved
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decide(OrderNumber number, boolean accepted, Optional<String> whichVisits) {
    EngineersRequest request = requests.open(number.value()).orElseThrow(() ->
        new IllegalStateException("Order " + number + " has a task to decide on a request there is not"));
    int before = cap(number);
    if (accepted) {
      refuseBelowAttendance(number, "decision",
          before - approved(number, group(request.rateGroup())) + request.engineers());
    }
    String asked = open(number).orElseThrow();
    current.note(asked);
    int visit = presentOrNext(number);
    Integer last = whichVisits.filter(THIS_OR_NEXT::equals).map(only -> visit).orElse(null);
    requests.decide(request, accepted ? "accept" : "refuse", accepted ? visit : null, accepted ? last : null);
    current.change("engineers approved", before, cap(number));
    if (!accepted) {
      events.publishEvent(new EngineersRefused(number, asked));
    }
  }

  /** The contractor has no order to come to any more: what it asked for is withdrawn, what it got holds for no more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lapse(OrderNumber number) {
    withdraw(number);
    requests.end(number.value(), visits.findByOrderNumberOrderByStartedAt(number.value()).size());
  }

  /** Nobody is to come any more for now: what is still asked for is withdrawn, what was approved stays so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(OrderNumber number) {
    boolean waits = requests.open(number.value()).isPresent();
    requests.withdraw(number.value());
    if (waits) {
      messages.send(ProcessMessage.ENGINEERS_NO_LONGER_NEEDED, number.value());
      current.note("request for additional engineers withdrawn");
    }
  }

  private int presentOrNext(OrderNumber number) {
    List<Visit> made = visits.findByOrderNumberOrderByStartedAt(number.value());
    boolean onSite = made.stream().anyMatch(Visit::isOpen);
    return onSite ? made.size() : made.size() + 1;
  }
}
