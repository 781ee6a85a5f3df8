package org.jobline.action;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jobline.platform.engine.AuthenticatedUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who acts on this thread by the engine's own API or web applications, and who else there is. */
@Component
class Agents {

  private final AuthenticatedUser user;
  private final IdentityService identity;

  Agents(AuthenticatedUser user, @Lazy IdentityService identity) {
    this.user = user;
    this.identity = identity;
  }

  /** Somebody who has a login; to be asked in our own right. */
  Optional<Agent> named(String name) {
    return identity.createUserQuery().userId(name).count() == 0 ? Optional.empty() : Optional.of(new Agent(name,
        identity.createGroupQuery().groupMember(name).list().stream().map(Group::getId).collect(Collectors.toSet())));
  }

  /** Who has submitted it; the logged-in user of the engine's API when it does not say. */
  Agent submitting(Optional<PendingSubmission> submission) {
    return submission.map(PendingSubmission::agent).orElseGet(this::authenticated);
  }

  /** The logged-in user; the system when there is none, as for a timer. */
  Agent authenticated() {
    return user.name().map(name -> new Agent(name, user.groups())).orElse(Agent.SYSTEM);
  }
}
