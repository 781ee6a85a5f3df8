package org.jobline.desk.reminder;

import java.time.Instant;
import org.jobline.action.Agent;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as clients see it.
 *
 * @param forAgent null when it is for a group
 * @param forGroup null when it is for one agent
 * @param mayChange whether this user may put it off or close it
 */
public record ReminderView(
    long id, String order, Instant at, String text, @Nullable String forAgent, @Nullable String forGroup,
    String madeBy, boolean mayChange) {

  /** @param agent who is to see it */
  public static ReminderView of(Reminder reminder, Agent agent) {
    return new ReminderView(reminder.id(), reminder.orderNumber(), reminder.at(), reminder.text(),
        reminder.forAgent(), reminder.forGroup(), reminder.madeBy(), reminder.mayBeChangedBy(agent));
  }
}
