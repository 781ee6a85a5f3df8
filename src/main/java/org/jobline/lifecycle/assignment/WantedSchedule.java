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
 */
public record WantedSchedule(
    Optional<Schedule.Kind> kind, Optional<Instant> from, Optional<Instant> to, boolean isClosedConfirmed) {

  public static WantedSchedule of(Fields form) {
    return new WantedSchedule(form.text("scheduleKind").map(Schedule.Kind::ofLabel), form.instant("scheduleFrom"),
        form.instant("scheduleTo"), form.ticked("confirmClosed"));
  }
}
