package org.jobline.action;

import java.util.Optional;
import org.jobline.order.Order;

/** Something other than his groups that decides whether an agent may do an action. */
public interface ActionRestriction {

  ActionKey action();

  /** Why this agent may not: "he asked for it himself"; empty when he may. */
  Optional<String> refusal(Order order, Agent agent);
}
