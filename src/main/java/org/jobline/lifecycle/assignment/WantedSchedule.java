package org.jobline.lifecycle.assignment;

import java.time.Instant;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.workorder.Schedule;

/**
 * What forms ask of the schedule; logging and allocating share it.
 *
 * @param kind empty when no kind of schedule was chosen
 * @param isClosedConfirmed whether an appointment may be on days the site is closed
 * @param isFarConfirmed whether it may be so far ahead that it is more likely a slip; also where the form doesn't ask
 */
public record WantedSchedule(
    Optional<Schedule.Kind> kind, Optional<Instant> from, Optional<Instant> to, boolean isClosedConfirmed,
    boolean isFarConfirmed) {

  public static WantedSchedule of(Fields form) {
    return new WantedSchedule(form.text("scheduleKind").map(Schedule.Kind::ofLabel), form.instant("scheduleFrom"),
        form.instant("scheduleTo"), form.ticked("confirmClosed"),
        form.ticked("confirmFar") || !form.isAsked("confirmFar"));
  }
}
