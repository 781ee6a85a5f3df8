package org.jobline.money.authorisation;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.action.Actions;
import org.jobline.action.Agent;
import org.jobline.action.Offer;
import org.jobline.action.CurrentAction;
import org.jobline.action.Submission;
import org.jobline.messaging.recipients.OrderMails;
import org.jobline.money.cost.CostChange;
import org.jobline.money.cost.Costs;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.AsSystem;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.error.InvalidFields;
import org.jobline.referencedata.estate.Estate;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes of cost that somebody has to authorise, and the lock on their orders (domain/money.md, Authorisation). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Authorisations {

  static final String RE_ENTER = "re-enter";
  static final String BYPASS = "bypass";

  private static final String RULES = "authorisation-rules";
  private static final Set<String> MAY_BYPASS = Set.of("finance", "manager", "admin");
  private static final int LONGEST_REASON = 200;

  private final AuthorisationRequests requests;
  private final WorkOrders orders;
  private final Costs costs;
  private final Estate estate;
  private final Profiles profiles;
  private final OrderMails mails;
  private final OrderTimers timers;
  private final Actions actions;
  private final DecisionTables decisionTables;
  private final CurrentAction current;
  private final RuntimeService runtime;
  private final AsSystem asSystem;
  private final Clock clock;

  Authorisations(
      AuthorisationRequests requests, WorkOrders orders, Costs costs, Estate estate, Profiles profiles,
      OrderMails mails, OrderTimers timers, @Lazy Actions actions, DecisionTables decisionTables, CurrentAction current,
      @Lazy RuntimeService runtime, @Lazy AsSystem asSystem, Clock clock) {
    this.requests = requests;
    this.orders = orders;
    this.costs = costs;
    this.estate = estate;
    this.profiles = profiles;
    this.mails = mails;
    this.timers = timers;
    this.actions = actions;
    this.decisionTables = decisionTables;
    this.current = current;
    this.runtime = runtime;
    this.asSystem = asSystem;
    this.clock = clock;
  }

  /** Locks the order until all these levels have authorised what it may come to cost. */
  void ask(OrderNumber number, Collection<AuthorisationLevel> levels) {
    WorkOrder order = orders.lock(number);
    String agent = current.agent().name();
    // what a decision leaves to be decided is still what was asked for
    String asking = current.is(AuthorisationSteps.AUTHORISE) ? latest(number).askedBy() : agent;
    AuthorisationRequest request =
        new AuthorisationRequest(number.value(), costs.change(number), levels, asking, clock.instant());
    if (current.is(AuthorisationSteps.REINSTATE)) {
      find(number).filter(AuthorisationRequest::isReEntered)
          .ifPresent(refused -> request.askedAgainBy(agent, refused.askedBy()));
    }
    request.present(clock.instant());
    order.order().lock(requests.save(request).lock());
    timers.follow(order.order());
  }

  /** Tells the profile of the level that is next, or that has to look at it again. */
  AuthorisationRequest present(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    AuthorisationRequest request = latest(number);
    request.present(clock.instant());
    requests.save(request);
    order.order().lock(request.lock());
    String profile = request.current().profile();
    current.note("waiting for authorisation by " + profile + ": " + request.subject());
    List<Profiles.Person> people = profiles.members(profile).stream()
        .filter(person -> person.address().isPresent() && request.bars(person.id()).isEmpty())
        .toList();
    people.forEach(person -> mails.authorisationWaits(order, person.name(), person.address(), request.subject()));
    if (people.isEmpty()) {
      current.note("authorisation e-mail not sent: nobody who can decide has an e-mail address");
    }
    return request;
  }

  /** @throws InvalidFields when something the decision needs is missing or not possible */
  AuthorisationRequest decide(OrderNumber number, Decision decision) {
    WorkOrder order = orders.lock(number);
    AuthorisationRequest request = latest(number);
    String agent = current.agent().name();
    Instant now = clock.instant();
    switch (decision.what()) {
      case Decision.AUTHORISE -> {
        check(decision, order);
        request.authorise(decision, agent, now);
        if (!request.state().isOpen()) {
          costs.authorise(number, request.change().commitment());
        }
      }
      case Decision.REFUSE -> {
        if (decision.reason() == null) {
          throw new InvalidFields("reason", "Reason is required when you refuse.");
        }
        request.refuse(decision, decision.fallback().orElse(null), agent, now);
      }
      case Decision.ON_HOLD -> {
        Instant until = decision.onHoldUntil().orElseThrow();
        if (!until.isAfter(now)) {
          throw new InvalidFields("onHoldUntil", "On hold until must be in the future.");
        }
        request.hold(until);
      }
      case Decision.INFORMATION_REQUIRED -> request.ask(decision.question().orElseThrow());
      default -> throw new IllegalStateException("The form offers an unknown decision: " + decision.what());
    }
    current.note(decision.what());
    return requests.save(request);
  }

  private void check(Decision decision, WorkOrder order) {
    if (decision.reason() == null && estate.authorisationNeedsReason(order.client())) {
      throw new InvalidFields("reason", "Reason is required: this client always wants one.");
    }
    String capitalCode = decision.booking().capitalCode();
    if (capitalCode != null) {
      YearMonth period = YearMonth.parse(decision.booking().capitalPeriod());
      boolean covered = estate.capitalCodes(order.client()).stream()
          .anyMatch(code -> code.code().equals(capitalCode) && code.covers(period));
      if (!covered) {
        throw new InvalidFields("period", "Period must be a month in which " + capitalCode + " can be used.");
      }
    }
  }

  boolean hasAnotherLevel(OrderNumber number) {
    return latest(number).state().isOpen();
  }

  Date onHoldUntil(OrderNumber number) {
    return Date.from(latest(number).onHoldUntil());
  }

  void answer(OrderNumber number, String answer) {
    AuthorisationRequest request = latest(number);
    request.answer(answer);
    requests.save(request);
  }

  /** Tells who asked what was decided, or what is to be answered; and the resource that an order is on again. */
  void tellWhoAsked(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    AuthorisationRequest request = latest(number);
    Profiles.Person person = profiles.named(request.answerer());
    mails.authorisationDecided(order, person.name(), person.address(), said(request));
    if (request.state() == AuthorisationRequest.State.AUTHORISED && request.isAskedAgain()
        && order.sentAt().isPresent()) {
      mails.assignedAgain(order);
    }
  }

  private static String said(AuthorisationRequest request) {
    String reason = Optional.ofNullable(request.current().decisionReason()).map(words -> ": " + words).orElse("");
    return switch (request.state()) {
      case INFORMATION_REQUIRED -> request.subject() + " - a question: " + request.question();
      default -> request.subject() + " - " + request.state().label() + reason;
    };
  }

  void unlock(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    order.order().unlock();
    timers.follow(order.order());
  }

  /** Lets the earlier cost count again that the authoriser chose when he refused. */
  void setTheCostBack(OrderNumber number) {
    AuthorisationRequest request = latest(number);
    request.fallback().ifPresent(fallback -> {
      if (!fallback.equals(CostFallbacks.NONE)) {
        costs.takeBack(number);
      }
      if (fallback.equals(CostFallbacks.CALCULATED)) {
        costs.backToCalculated(number);
      }
    });
  }

  /** What was refused must not stand on an order that goes on. */
  void undo(OrderNumber number) {
    if (latest(number).fallback().filter(fallback -> !fallback.equals(CostFallbacks.NONE)).isEmpty()) {
      costs.takeBack(number);
    }
  }

  /** Whether the order stands where its lifecycle offers to cancel it. */
  boolean mayBeCancelled(OrderNumber number) {
    return actions.offered(Agent.SYSTEM, number).stream()
        .map(Offer::key).anyMatch(AuthorisationSteps.CANCEL_JOB.value()::equals);
  }

  /** Cancels the order as an agent would, because of the refusal. */
  void cancel(OrderNumber number) {
    AuthorisationRequest request = latest(number);
    request.orderCancelled();
    requests.save(request);
    AuthorisationLevel refusal = request.current();
    String reason = "Not authorised by " + refusal.profile() + ": " + refusal.decisionReason();
    actions.perform(Agent.SYSTEM, number, AuthorisationSteps.CANCEL_JOB, Submission.of(Map.of("reason",
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON - 1) + "…" : reason)));
  }

  /**
   * An order that was cancelled because of a refusal is reinstated: says what becomes of its authorisation.
   *
   * @param said what becomes of it
   * @throws InvalidFields when that was not said, or is not for this agent to say
   */
  public void reinstate(OrderNumber number, Optional<String> said) {
    Optional<AuthorisationRequest> refused = find(number).filter(AuthorisationRequest::isUnsettled);
    refused.ifPresent(request -> {
      String choice = said.orElseThrow(() -> new InvalidFields("authorisation",
          "Choose re-enter or bypass: the order was cancelled because its cost was refused."));
      if (choice.equals(BYPASS) && current.agent().groups().stream().noneMatch(MAY_BYPASS::contains)) {
        throw new InvalidFields("authorisation", "Choose re-enter: only managers and finance can bypass it.");
      }
      request.reinstatedWith(choice);
      requests.save(request);
      if (choice.equals(BYPASS)) {
        costs.authorise(number, costs.change(number).commitment());
      }
    });
  }

  /** Whether the order waits for somebody's word, or has to before it goes on. */
  public boolean isNeeded(WorkOrder order) {
    return order.locked() || !costs.isAllowed(order) && isAboveALimit(order);
  }

  private boolean isAboveALimit(WorkOrder order) {
    CostChange change = costs.change(order.number());
    return !decisionTables.column(RULES, Map.of(
        "kind", change.kind(), "type", order.type().name(), "client", order.client(), "workType", order.workType(),
        "amount", change.commitment().toPlainString()), "level").isEmpty();
  }

  /** Asks for an authorisation, if what the order may come to cost has risen above a limit. */
  void look(WorkOrder order) {
    if (order.locked() || order.cancelledAt().isPresent()) {
      return;
    }
    if (!isNeeded(order)) {
      costs.allow(order);
    } else if (!isBeingCancelled(order)) {
      asSystem.call(() -> runtime.startProcessInstanceByKey(AuthorisationSteps.PROCESS, order.number().value()));
    }
  }

  /** As above, before an order that was brought back for it goes on. */
  public void reEnter(OrderNumber number) {
    look(orders.lock(number));
  }

  private boolean isBeingCancelled(WorkOrder order) {
    return find(order.number()).filter(AuthorisationRequest::isUnsettled).isPresent();
  }

  private Optional<AuthorisationRequest> find(OrderNumber number) {
    return requests.findFirstByOrderNumberOrderByIdDesc(number.value());
  }

  private AuthorisationRequest latest(OrderNumber number) {
    return find(number).orElseThrow(() -> new IllegalStateException("Nothing was to be authorised on " + number));
  }
}
