package org.jobline.action;

import java.util.Set;

/** The agent's groups do not allow the action; nothing was changed. */
public class NotPermitted extends RuntimeException {

  NotPermitted(Agent agent, String action, Set<String> roles) {
    super("%s may not do %s; it is for %s.".formatted(agent.name(), action, String.join(", ", roles)));
  }
}
