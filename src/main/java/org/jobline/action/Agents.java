package org.jobline.action;

import org.jobline.engine.AuthenticatedUser;
import org.springframework.stereotype.Component;

/** Who acts on this thread by the engine's own API or web applications. */
@Component
class Agents {

  private final AuthenticatedUser user;

  Agents(AuthenticatedUser user) {
    this.user = user;
  }

  /** The logged-in user; the system when there is none, as for a timer. */
  Agent authenticated() {
    return user.name().map(name -> new Agent(name, user.groups())).orElse(Agent.SYSTEM);
  }
}
