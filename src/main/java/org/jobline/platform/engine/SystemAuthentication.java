package org.jobline.platform.engine;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets our services use the engine in their own right, after they have checked what the agent may do. */
@Component
public class SystemAuthentication {

  private final IdentityService identity;

  SystemAuthentication(IdentityService identity) {
    this.identity = identity;
  }

  public <T> T call(Supplier<T> doing) {
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return doing.get();
    } finally {
      restore(before);
    }
  }

  /** What the engine itself would show this user. */
  public <T> T callAs(String user, Collection<String> groups, Supplier<T> doing) {
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthentication(user, List.copyOf(groups));
    try {
      return doing.get();
    } finally {
      identity.clearAuthentication();
      restore(before);
    }
  }

  private void restore(@Nullable Authentication before) {
    if (before != null) {
      identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
    }
  }
}
