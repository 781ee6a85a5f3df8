package org.jobline.action;

import java.util.Set;
import java.util.TreeSet;

/** The action is not for this agent; nothing was changed. */
public class NotPermittedException extends RuntimeException {

  /** For what is no action on an order. */
  public NotPermittedException(String message) {
    super(message);
  }

  NotPermittedException(Agent agent, String action, Set<String> roles) {
    super("%s can't do %s: %s only.".formatted(agent.name(), action, String.join(" or ", new TreeSet<>(roles))));
  }

  NotPermittedException(Agent agent, String action, String why) {
    super("%s can't do %s: %s.".formatted(agent.name(), action, why));
  }
}
