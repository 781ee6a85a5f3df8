package org.jobline.action;

/** What a task keeps between its opening and its completion, beside what its form shows. */
final class TaskVariables {

  /** The menu it was opened from. */
  static final String CHANNEL = "channel";
  /** The order's last event when the task was made, and with it what its form shows. */
  static final String OPENED_ON = "openedOn";

  private TaskVariables() {}
}
