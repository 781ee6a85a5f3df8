package org.jobline.lifecycle.intake;

import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.lifecycle.assignment.WantedSchedule;

/**
 * What a caller asks for, as it was typed into the form that logs an order (domain/agent-actions.md, Logging an order).
 *
 * @param asset the equipment it is about
 * @param isConfirmed whether it is to be logged though a similar order is open
 */
record Call(
    String site,
    Optional<String> client,
    String workType,
    String priority,
    String description,
    String contactName,
    Optional<String> contactPhone,
    Optional<String> location,
    Optional<String> asset,
    Optional<String> symptom,
    Optional<String> reason,
    Optional<String> costCode,
    Optional<String> externalReference,
    Optional<String> contractor,
    WantedSchedule schedule,
    boolean isDayRate,
    boolean isConfirmed) {

  /** @param form checked: what it requires is there */
  static Call of(Fields form) {
    return new Call(
        form.text("site").orElseThrow(), form.text("client"), form.text("workType").orElseThrow(),
        form.text("priority").orElseThrow(), form.text("description").orElseThrow(),
        form.text("contactName").orElseThrow(), form.text("contactPhone"), form.text("location"),
        form.text("equipment"), form.text("symptom"), form.text("reason"), form.text("costCode"),
        form.text("externalReference"), form.text("resource"), WantedSchedule.of(form), form.ticked("dayRate"),
        form.ticked("confirmDuplicate"));
  }
}
