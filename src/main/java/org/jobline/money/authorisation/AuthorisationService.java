package org.jobline.money.authorisation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.jobline.action.CurrentAction;
import org.jobline.money.cost.CostService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes of cost that somebody has to authorise, and the lock on their orders (domain/money.md, Authorisation). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AuthorisationService {

  private final AuthorisationRequests requests;
  private final Orders orders;
  private final CostService costs;
  private final DecisionCheck decisions;
  private final OrderTimers timers;
  private final CurrentAction current;
  private final Clock clock;

  AuthorisationService(
      AuthorisationRequests requests, Orders orders, CostService costs, DecisionCheck decisions, OrderTimers timers,
      CurrentAction current, Clock clock) {
    this.requests = requests;
    this.orders = orders;
    this.costs = costs;
    this.decisions = decisions;
    this.timers = timers;
    this.current = current;
    this.clock = clock;
  }

  /** Locks the order until all these levels have authorised what it may come to cost. */
  void ask(OrderNumber number, Collection<AuthorisationLevel> levels) {
    Order order = orders.lock(number);
    String agent = current.agent().name();
    // what a decision leaves to be decided is still what was asked for
    String asking = current.is(AuthorisationSteps.AUTHORISE) ? requests.latest(number).askedBy() : agent;
    AuthorisationRequest request =
        new AuthorisationRequest(number.value(), costs.change(number), levels, asking, clock.instant());
    if (current.is(AuthorisationSteps.REINSTATE)) {
      requests.of(number).filter(AuthorisationRequest::isReEntered)
          .ifPresent(refused -> request.askedAgainBy(agent, refused.askedBy()));
    }
    request.present(clock.instant());
    order.lock(requests.save(request).lock());
    timers.follow(order);
  }

  /** @throws InvalidFieldsException when something the decision needs is missing or not possible */
  AuthorisationRequest decide(OrderNumber number, Decision decision) {
    Order order = orders.lock(number);
    AuthorisationRequest request = requests.latest(number);
    String agent = current.agent().name();
    Instant now = clock.instant();
    switch (decision.what()) {
      case Decision.AUTHORISE -> {
        decisions.check(decision, order);
        request.authorise(decision, agent, now);
        if (!request.state().isOpen()) {
          costs.authorise(number, request.change().commitment());
        }
      }
      case Decision.REFUSE -> {
        if (decision.reason() == null) {
          throw new InvalidFieldsException("reason", "Reason is required when you refuse.");
        }
        request.refuse(decision, decision.fallback().orElse(null), agent, now);
      }
      case Decision.ON_HOLD -> {
        Instant until = decision.onHoldUntil().orElseThrow();
        if (!until.isAfter(now)) {
          throw new InvalidFieldsException("onHoldUntil", "On hold until must be in the future.");
        }
        request.hold(until);
      }
      case Decision.INFORMATION_REQUIRED -> request.ask(decision.question().orElseThrow());
      default -> throw new IllegalStateException("The form offers an unknown decision: " + decision.what());
    }
    current.note(decision.what());
    return requests.save(request);
  }

  boolean hasAnotherLevel(OrderNumber number) {
    return requests.latest(number).state().isOpen();
  }

  Date onHoldUntil(OrderNumber number) {
    return Date.from(requests.latest(number).onHoldUntil());
  }

  void answer(OrderNumber number, String answer) {
    AuthorisationRequest request = requests.latest(number);
    request.answer(answer);
    requests.save(request);
  }

  void unlock(OrderNumber number) {
    Order order = orders.lock(number);
    order.unlock();
    timers.follow(order);
  }
}
