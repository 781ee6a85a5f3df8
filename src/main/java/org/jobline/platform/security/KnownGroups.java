package org.jobline.platform.security;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The groups that a diagram or table may name: our own, and those that administrators have made. */
@Component
public class KnownGroups {

  private final IdentityService identity;
  private final SystemAuthentication system;

  KnownGroups(@Lazy IdentityService identity, @Lazy SystemAuthentication system) {
    this.identity = identity;
    this.system = system;
  }

  public Set<String> names() {
    // at the very first start our own are still to be made
    Set<String> names = new TreeSet<>(Arrays.asList(Groups.ALL));
    names.remove(Groups.ENGINE_ADMIN);
    system.call(() -> identity.createGroupQuery().list()).forEach(group -> names.add(group.getId()));
    return names;
  }
}
