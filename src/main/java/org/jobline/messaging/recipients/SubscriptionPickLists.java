package org.jobline.messaging.recipients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The notifications people of the building hold, each with who will get what. */
@Configuration(proxyBeanMethods = false)
class SubscriptionPickLists {

  @Bean
  PickList subscribedNotifications(SubscriptionService subscriptions) {
    return ShortPickList.ofOrder("subscribedNotifications",
        "Pick a notification that a site contact has signed up for.", order -> choices(subscriptions, order));
  }

  private static List<Choice> choices(SubscriptionService subscriptions, Order order) {
    List<String> active = subscriptions.active(order.number());
    Map<String, List<Subscriber>> held = subscriptions.at(order.site()).stream()
        .collect(Collectors.groupingBy(Subscriber::typeCode, LinkedHashMap::new, Collectors.toList()));
    return held.entrySet().stream()
        .map(type -> new Choice(type.getKey(), type.getValue().get(0).type()
            + (active.contains(type.getKey()) ? " (active): " : ": ")
            + type.getValue().stream().map(Subscriber::words).collect(Collectors.joining(", "))))
        .toList();
  }
}
