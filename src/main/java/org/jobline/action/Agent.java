package org.jobline.action;

import java.util.Set;

/** Who does something, with the groups that decide what he may do. */
public record Agent(String name, Set<String> groups) {

  /** What happens without a person: timers, automatic assignment. */
  public static final Agent SYSTEM = new Agent("system", Set.of("admin"));

  private static final Set<String> OVERSEERS = Set.of("manager", "admin", "camunda-admin");
  private static final Set<String> PRIVATE_NOTES = Set.of("helpdesk", "manager", "admin");

  public Agent {
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("An agent has a name");
    }
    groups = Set.copyOf(groups);
  }

  /** The right "private notes" (domain/agent-actions.md, add-notes-private). */
  public boolean mayReadPrivateNotes() {
    return hasOneOf(PRIVATE_NOTES);
  }

  /** Managers and administrators look after what absent colleagues keep. */
  public boolean oversees() {
    return hasOneOf(OVERSEERS);
  }

  public boolean hasOneOf(Set<String> roles) {
    return roles.stream().anyMatch(groups::contains);
  }
}
