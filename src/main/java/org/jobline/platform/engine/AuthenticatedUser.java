package org.jobline.platform.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who uses the engine's own API or web applications on this thread. */
@Component
public class AuthenticatedUser {

  private final IdentityService identity;

  AuthenticatedUser(@Lazy IdentityService identity) {
    this.identity = identity;
  }

  public Optional<String> name() {
    return authentication().map(Authentication::getUserId);
  }

  public Set<String> groups() {
    List<String> groups = authentication().map(Authentication::getGroupIds).orElse(List.of());
    return Set.copyOf(groups);
  }

  private Optional<Authentication> authentication() {
    return Optional.ofNullable(identity.getCurrentAuthentication()).filter(user -> user.getUserId() != null);
  }
}
