package org.jobline.messaging.recipients;

import org.jobline.action.OfferCondition;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** Somebody of the building wants to be told of something. */
@Component
class SubscribedCondition implements OfferCondition {

  private final SubscriptionService subscriptions;

  SubscribedCondition(SubscriptionService subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public String name() {
    return "subscribed";
  }

  @Override
  public boolean holds(Order order) {
    return !subscriptions.at(order.site()).isEmpty();
  }

  @Override
  public String refusalReason() {
    return "no site contact has signed up for notifications";
  }
}
