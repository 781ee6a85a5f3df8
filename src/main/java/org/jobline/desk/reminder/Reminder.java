package org.jobline.desk.reminder;

import java.time.Instant;
import org.jobline.action.Agent;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done about an order at a time, such as to ring somebody back (desk.md, Reminders).
 *
 * @param forAgent who is reminded; null when a group is
 * @param forGroup the group that is reminded; null when one agent is
 */
public record Reminder(
    long id, String orderNumber, Instant at, String text, @Nullable String forAgent, @Nullable String forGroup,
    String madeBy) {

  boolean isFor(Agent agent) {
    return agent.name().equals(forAgent) || forGroup != null && agent.groups().contains(forGroup);
  }

  /** Its author may take it back, and managers look after absent colleagues. */
  boolean mayBeChangedBy(Agent agent) {
    return isFor(agent) || agent.name().equals(madeBy) || agent.oversees();
  }
}
