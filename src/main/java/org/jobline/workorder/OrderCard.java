package org.jobline.workorder;

import java.util.Map;
import java.util.Set;

/** What a process knows of its order: the few variables Tasklist shows on a card or filters by. */
public interface OrderCard {

  String NUMBER = "orderNumber";
  String STATUS = "orderStatus";
  String TYPE = "orderType";
  String PRIORITY = "orderPriority";
  String SITE = "siteName";
  String SUBJECT = "subject";

  /** The names of all of them. */
  Set<String> NAMES = Set.of(NUMBER, STATUS, TYPE, PRIORITY, SITE, SUBJECT);

  Map<String, Object> of(WorkOrder order);
}
