package org.jobline.lifecycle.assignment;

import java.util.Optional;
import org.jobline.action.Fields;

/**
 * What an order without a contractor or a schedule is given.
 *
 * @param contractor empty: none yet
 * @param isDayRate whether the contractor is paid by the day
 */
record Allocation(Optional<String> contractor, WantedSchedule schedule, boolean isDayRate) {

  static Allocation of(Fields form) {
    return new Allocation(form.text("resource"), WantedSchedule.of(form), form.ticked("dayRate"));
  }
}
