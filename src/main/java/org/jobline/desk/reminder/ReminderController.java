package org.jobline.desk.reminder;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jobline.action.Agent;
import org.jobline.action.CurrentAgent;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reminders. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Reminders")
class ReminderController {

  private final ReminderService reminders;
  private final CurrentAgent currentAgent;

  ReminderController(ReminderService reminders, CurrentAgent currentAgent) {
    this.reminders = reminders;
    this.currentAgent = currentAgent;
  }

  /** What somebody is to be reminded of. */
  record NewReminder(
      @Nullable @Schema(description = "by the site's clock, or with an offset", example = "2026-11-25T15:00") String at,
      @Nullable @Schema(description = "what is to be done", maxLength = 200) String text,
      @Nullable @Schema(description = "one of this user's groups; this user alone when left out") String group) {}

  /** When to be reminded instead. */
  record LaterReminder(
      @Nullable @Schema(description = "by the site's clock, or with an offset") String at) {}

  @GetMapping("/reminders")
  @Operation(operationId = "getReminders", summary = "What this user and their groups are to be reminded of, soonest"
      + " first")
  List<ReminderView> mine() {
    Agent agent = currentAgent.get();
    return reminders.of(agent).stream().map(reminder -> ReminderView.of(reminder, agent)).toList();
  }

  @GetMapping("/work-orders/{number}/reminders")
  @Operation(operationId = "getRemindersOfOrder", summary = "The reminders on an order, soonest first")
  List<ReminderView> ofOrder(@PathVariable OrderNumber number) {
    Agent agent = currentAgent.get();
    return reminders.of(number).stream().map(reminder -> ReminderView.of(reminder, agent)).toList();
  }

  @PostMapping("/work-orders/{number}/reminders")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createReminder", summary = "Be reminded of something on an order")
  ResponseEntity<ReminderView> make(@PathVariable OrderNumber number, @RequestBody NewReminder body) {
    Agent agent = currentAgent.get();
    Reminder made = reminders.make(agent, number, body.at(), body.text(), body.group());
    return ResponseEntity.created(URI.create("/api/reminders/" + made.id())).body(ReminderView.of(made, agent));
  }

  @PutMapping("/reminders/{id}")
  @Operation(operationId = "putOffReminder", summary = "Put a reminder off")
  ReminderView putOff(@PathVariable long id, @RequestBody LaterReminder body) {
    Agent agent = currentAgent.get();
    return ReminderView.of(reminders.putOff(agent, id, body.at()), agent);
  }

  @DeleteMapping("/reminders/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "closeReminder", summary = "Close a reminder: it is done")
  void close(@PathVariable long id) {
    reminders.close(currentAgent.get(), id);
  }
}
