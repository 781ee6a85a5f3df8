package org.jobline.messaging.recipients;

import java.time.Clock;
import java.util.List;
import org.jobline.action.CurrentAction;
import org.jobline.messaging.notification.NotificationService;
import org.jobline.messaging.notification.Recipient;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the people of a building asked to be told of (domain/agent-actions.md, edit-notifications). */
@Service
public class SubscriptionService {

  private static final String ACTIVATE = "activate";

  private final SubscriptionRepository subscriptions;
  private final NotificationService notifications;
  private final OrderMailService mails;
  private final Orders orders;
  private final CurrentAction current;
  private final Clock clock;

  SubscriptionService(
      SubscriptionRepository subscriptions, NotificationService notifications, OrderMailService mails,
      Orders orders, CurrentAction current, Clock clock) {
    this.subscriptions = subscriptions;
    this.notifications = notifications;
    this.mails = mails;
    this.orders = orders;
    this.current = current;
    this.clock = clock;
  }

  List<Subscriber> at(String site) {
    return subscriptions.at(site);
  }

  /** The codes of the notifications that are on for an order. */
  List<String> active(OrderNumber number) {
    return subscriptions.active(number.value());
  }

  /**
   * Turns a notification on or off and tells everybody who subscribed to it, each by the channel of his choice. The
   * event says who could not be told, and why.
   *
   * @param what {@code activate} or {@code reset}
   * @throws InvalidFieldsException when it is on already, or not on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(OrderNumber number, String type, String what, String message) {
    Order order = orders.lock(number);
    boolean isActive = active(number).contains(type);
    if (what.equals(ACTIVATE) == isActive) {
      throw new InvalidFieldsException("what", isActive
          ? "This notification is already active. Choose Reset." : "This notification isn't active. Choose Activate.");
    }
    if (isActive) {
      subscriptions.reset(number.value(), type);
    } else {
      subscriptions.activate(number.value(), type, message, clock.instant());
    }
    at(order.site()).stream().filter(subscriber -> subscriber.typeCode().equals(type))
        .forEach(subscriber -> tell(order, subscriber, message));
  }

  private void tell(Order order, Subscriber subscriber, String message) {
    Recipient recipient = new Recipient(
        subscriber.name(), subscriber.address(), subscriber.language(), mails.site(order).timeZone());
    current.personal(subscriber.name());
    subscriber.address().ifPresent(current::personal);
    current.note(notifications
        .message(subscriber.channel(), message, mails.inMail(order), recipient, "event " + order.nextEvent())
        .map(why -> subscriber.channel().label() + " to " + subscriber.name() + " not sent: " + why)
        .orElseGet(subscriber::words));
  }
}
