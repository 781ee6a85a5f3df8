package org.jobline.replay;

import java.time.Instant;
import java.util.Map;
import org.jobline.order.StatusCode;
import org.jobline.order.StatusPatterns;

/**
 * The reactive order as domain/statuses.md and domain/agent-actions.md describe it, as far as a log can move it: what
 * a plan is held against. Refuses what the domain refuses.
 */
final class OrderModel {

  private static final Map<String, String> OFFERED_IN = Map.ofEntries(
      Map.entry("allocate-resource", "0.x3, 0.x4, 0.x5"),
      Map.entry("assign", "1.x0, 1.x1, 1.x2, 1.x4"),
      Map.entry("accept-job", "1.x3"),
      Map.entry("change-resource", "1.x0, 1.x1, 1.x2, 1.x3, 1.x4, 2.x0"),
      Map.entry("remote-fix", "1.x0, 1.x1, 1.x2, 1.x3, 1.x4, 2.x0"),
      Map.entry("start-job-admin", "2.x0, 4.x*"),
      Map.entry("stop-job", "3.x0"),
      Map.entry("cancel-job", "0.x3, 0.x4, 0.x5, 1.x0, 1.x1, 1.x2, 1.x3, 1.x4, 2.x0"),
      Map.entry("recall-job", "5.x0, 5.x1, 5.x2"),
      Map.entry("set-accrual-to-zero", "5.x0, 5.x1"),
      Map.entry("add-notes-public", "*"));

  private final boolean costs;
  private WorkOrderState state;

  /** @param costs whether something is to be paid when it is completed */
  OrderModel(WorkOrderState state, boolean costs) {
    this.state = state;
    this.costs = costs;
  }

  WorkOrderState state() {
    return state;
  }

  StatusCode perform(Step step, Instant at) {
    String action = step.action().value();
    if (!OFFERED_IN.containsKey(action) || !StatusPatterns.parse(OFFERED_IN.get(action)).test(state.status())) {
      throw new RefusedException("not offered", action + " in " + state.status(), null);
    }
    Map<String, Object> fields = step.fields();
    switch (action) {
      case "allocate-resource" -> move("1.00", (String) fields.get("resource"));
      case "change-resource" -> {
        if (fields.get("resource").equals(state.resource())) {
          throw new RefusedException("invalid resource", "it is the present one", null);
        }
        move("1.00", (String) fields.get("resource"));
      }
      case "assign" -> move("1.03", state.resource());
      case "accept-job" -> move("2.00", state.resource());
      case "start-job-admin" -> move("3.00", state.resource());
      case "stop-job" -> {
        if (fields.get("outcome").equals("completed")) {
          complete(at);
        } else {
          move((boolean) fields.get("temporaryFix") ? "4.00" : "4.01", state.resource());
        }
      }
      case "remote-fix" -> complete(at);
      case "set-accrual-to-zero" -> state =
          new WorkOrderState(new StatusCode("5.02"), state.resource(), state.recallUntil(), state.recalled());
      case "recall-job" -> {
        if (!state.recallable(at)) {
          throw new RefusedException("not offered", "the recall period is over", null);
        }
        state = new WorkOrderState(new StatusCode("1.04"), state.resource(), null, true);
      }
      case "cancel-job" -> {
        if (state.recalled()) {
          throw new RefusedException("not offered", "it was started once", null);
        }
        move(state.status().stage() == 0 ? "0.09" : "1.09", state.resource());
      }
      default -> { }
    }
    return state.status();
  }

  private void complete(Instant at) {
    state = new WorkOrderState(
        new StatusCode(costs ? "5.01" : "5.02"), state.resource(), at.plusSeconds(14 * 86_400), state.recalled());
  }

  private void move(String status, String resource) {
    state = new WorkOrderState(new StatusCode(status), resource, null, state.recalled());
  }
}
