package org.jobline.order;

import java.util.Map;
import java.util.Set;

/** What the processes of an order know of it: the few variables Tasklist shows on a card or a gateway asks for. */
public interface OrderCard {

  String NUMBER = "orderNumber";
  /** On the order's lifecycle only, and no part of what the other processes know. */
  String STATUS = "orderStatus";
  String TYPE = "orderType";
  String PRIORITY = "orderPriority";
  String SITE = "siteName";
  String SUBJECT = "subject";

  /** The names of all of them. */
  Set<String> NAMES = Set.of(NUMBER, STATUS, TYPE, PRIORITY, SITE, SUBJECT);

  Map<String, Object> of(Order order);
}
