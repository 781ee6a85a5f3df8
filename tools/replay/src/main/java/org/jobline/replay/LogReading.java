package org.jobline.replay;

import java.util.Map;
import org.jobline.action.Agent;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;

/** What one kind of log becomes: its cases orders of a type, its events actions on them. */
interface LogReading {

  /** Whether it knows what happened, apart from the time. */
  boolean knows(String what);

  /** Adds what the log needs to become orders and is not there yet. */
  void importReferenceData(Survey survey, boolean mail);

  OrderType type();

  /** Who replays; the log's own people stand in the fields. */
  Agent agent();

  /** What a case is logged with. */
  Map<String, Object> fields(LogCase logCase);

  OrderState look(LogCase logCase, OrderNumber number);
}
