package org.jobline.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the actions that lead an order from where it is to where an event of the log says it was. */
final class IncidentRoute {

  private final LogEvent event;
  private final String at;
  private final List<Step> steps = new ArrayList<>();
  private IncidentPosition position;
  private String resource;

  IncidentRoute(LogEvent event, Instant at, WorkOrderState order) {
    this.event = event;
    this.at = at.toString();
    this.position = IncidentPosition.of(order.status());
    this.resource = order.resource();
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The actions, or a note where the order was that far already. */
  List<Step> orNoted(String why) {
    return steps.isEmpty() ? noted(why).steps() : steps();
  }

  /** With the group of the event, as long as nobody has started; after a start an order keeps its resource. */
  IncidentRoute withGroup() {
    String group = LogCodes.resource(event.group());
    if (position == IncidentPosition.COMPLETED) {
      add("recall-job", Map.of("priority", LogCodes.priority(event.impact()), "why", event.description()));
      position = IncidentPosition.UNSENT;
    }
    if (position == IncidentPosition.UNPREPARED) {
      add("allocate-resource", Map.of("resource", group, "scheduleKind", "up to SLA"));
      resource = group;
      position = IncidentPosition.UNSENT;
    }
    if (position.isBeforeAnyStart() && !group.equals(resource)) {
      add("change-resource", Map.of("resource", group, "reason", event.description()));
      resource = group;
      position = IncidentPosition.UNSENT;
    }
    return this;
  }

  IncidentRoute sent() {
    withGroup();
    if (position == IncidentPosition.UNSENT) {
      add(Step.of("assign", Map.of("how", "by phone", "spokeTo", event.person()))
          // a resource that is assigned automatically has it by now
          .onlyIn("1.x0, 1.x1, 1.x2, 1.x4"));
      position = IncidentPosition.SENT;
    }
    return this;
  }

  IncidentRoute accepted() {
    sent();
    if (position == IncidentPosition.SENT) {
      // a resource with automatic acceptance is never asked
      add(Step.of("accept-job", Map.of("notes", event.description())).onlyIn("1.x3"));
      position = IncidentPosition.ACCEPTED;
    }
    return this;
  }

  IncidentRoute onSite() {
    accepted();
    if (position == IncidentPosition.ACCEPTED || position == IncidentPosition.PAUSED) {
      add("start-job-admin", Map.of("reportedBy", event.person(), "start", at, "attending", 1));
      position = IncidentPosition.ON_SITE;
    }
    return this;
  }

  IncidentRoute paused(String reason, boolean temporaryFix) {
    onSite();
    add("stop-job", Map.of(
        "stoppedAt", at, "outcome", "revisit required", "reasons", List.of(reason), "temporaryFix", temporaryFix));
    position = IncidentPosition.PAUSED;
    return this;
  }

  IncidentRoute completed() {
    onSite();
    add("stop-job", Map.of("stoppedAt", at, "outcome", "completed"));
    position = IncidentPosition.COMPLETED;
    return this;
  }

  IncidentRoute fixedRemotely() {
    withGroup();
    add("remote-fix", Map.of("whatWasDone", event.description(), "fixedBy", event.person()));
    position = IncidentPosition.COMPLETED;
    return this;
  }

  IncidentRoute settled() {
    add(Step.of("set-accrual-to-zero", Map.of("confirm", true, "notes", event.description())).onlyIn("5.x0, 5.x1"));
    return this;
  }

  IncidentRoute cancelled() {
    add("cancel-job", Map.of("reason", event.description()));
    position = IncidentPosition.OUT_OF_REACH;
    return this;
  }

  IncidentRoute noted(String why) {
    add("add-notes-public", Map.of("text", event.description() + " (" + why + ")"));
    return this;
  }

  private void add(String action, Map<String, Object> fields) {
    add(Step.of(action, fields));
  }

  private void add(Step step) {
    steps.add(step);
  }
}
