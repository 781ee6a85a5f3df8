package org.jobline.money.authorisation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.messaging.recipients.OrderMailService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who have to decide, and those who asked. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AuthorisationMailService {

  private final AuthorisationRequests requests;
  private final Orders orders;
  private final WorkOrders workOrders;
  private final Profiles profiles;
  private final OrderMailService mails;
  private final CurrentAction current;
  private final Clock clock;

  AuthorisationMailService(
      AuthorisationRequests requests, Orders orders, WorkOrders workOrders, Profiles profiles, OrderMailService mails,
      CurrentAction current, Clock clock) {
    this.requests = requests;
    this.orders = orders;
    this.workOrders = workOrders;
    this.profiles = profiles;
    this.mails = mails;
    this.current = current;
    this.clock = clock;
  }

  /** Tells the profile of the level that is next, or that has to look at it again. */
  AuthorisationRequest present(OrderNumber number) {
    Order order = orders.lock(number);
    AuthorisationRequest request = requests.latest(number);
    request.present(clock.instant());
    requests.save(request);
    order.lock(request.lock());
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

  /** Tells who asked what was decided, or what is to be answered; and the contractor that an order is on again. */
  void notifyWhoAsked(OrderNumber number) {
    Order order = orders.lock(number);
    AuthorisationRequest request = requests.latest(number);
    Profiles.Person person = profiles.named(request.answerer());
    mails.authorisationDecided(order, person.name(), person.address(), said(request));
    if (request.state() == AuthorisationRequest.State.AUTHORISED && request.isAskedAgain()) {
      workOrders.find(order).filter(found -> found.sentAt().isPresent()).ifPresent(mails::assignedAgain);
    }
  }

  private static String said(AuthorisationRequest request) {
    String reason = Optional.ofNullable(request.current().decisionReason()).map(words -> ": " + words).orElse("");
    return switch (request.state()) {
      case INFORMATION_REQUIRED -> request.subject() + " - a question: " + request.question();
      default -> request.subject() + " - " + request.state().label() + reason;
    };
  }
}
