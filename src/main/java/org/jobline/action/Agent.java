package org.jobline.action;

import java.util.Set;

/** Who does something, with the groups that decide what he may do. */
public record Agent(String name, Set<String> groups) {

  /** What happens without a person: timers, automatic assignment. */
  public static final Agent SYSTEM = new Agent("system", Set.of("admin"));

  public Agent {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("An agent has a name");
    }
    groups = Set.copyOf(groups);
  }

  boolean hasOneOf(Set<String> roles) {
    return roles.stream().anyMatch(groups::contains);
  }
}
