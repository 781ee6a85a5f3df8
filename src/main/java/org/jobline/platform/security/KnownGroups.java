package org.jobline.platform.security;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.jobline.platform.engine.AsSystem;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The groups that a diagram or table may name: our own, and those that administrators have made. */
@Component
public class KnownGroups {

  private final IdentityService identity;
  private final AsSystem asSystem;

  KnownGroups(@Lazy IdentityService identity, @Lazy AsSystem asSystem) {
    this.identity = identity;
    this.asSystem = asSystem;
  }

  public Set<String> names() {
    // at the very first start our own are still to be made
    Set<String> names = new TreeSet<>(Arrays.asList(Groups.ALL));
    names.remove(Groups.ENGINE_ADMIN);
    asSystem.call(() -> identity.createGroupQuery().list()).forEach(group -> names.add(group.getId()));
    return names;
  }
}
