package org.jobline.desk.pulse;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jobline.action.ClosedTasks;
import org.jobline.desk.reminder.ReminderView;
import org.jobline.desk.tasklist.TaskListCount;
import org.jspecify.annotations.Nullable;

/** What has changed of what a page has open; whatever is as the page knows it is left out. */
record Pulse(
    @Schema(description = "when to ask again, in milliseconds") long again,
    @Nullable @Schema(description = "who is logged in") String user,
    @Nullable OrderNews order,
    @Nullable ListNews lists,
    @Nullable ReminderNews reminders,
    @Nullable @Schema(description = "newest first") List<ClosedTasks.Closed> closed) {

  /**
   * What is new of an order.
   *
   * @param changed null when nothing was done to it
   */
  record OrderNews(
      @Nullable @Schema(description = "true when it has changed, or there is no such order") Boolean changed,
      @Nullable @Schema(description = "the colleagues who have it open, if they are others than before")
      List<String> alsoLooking) {}

  /** How many jobs Tasklist's lists have. */
  record ListNews(String mark, List<TaskListCount> counts) {}

  /** What it is time for. */
  record ReminderNews(String mark, List<ReminderView> due) {}
}
