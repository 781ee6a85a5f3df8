package org.jobline.replay;

import java.util.Map;
import org.jobline.action.ActionKey;
import org.jobline.order.StatusCode;
import org.jobline.order.StatusPatterns;

/**
 * One agent action of a plan.
 *
 * @param onlyIn left out when the order is then in none of these, because the action before it had that other outcome
 */
record Step(ActionKey action, Map<String, Object> fields, StatusPatterns onlyIn) {

  private static final StatusPatterns ANYWHERE = StatusPatterns.parse("");

  Step {
    fields = Map.copyOf(fields);
  }

  static Step of(String action, Map<String, Object> fields) {
    return new Step(new ActionKey(action), fields, ANYWHERE);
  }

  Step onlyIn(String statuses) {
    return new Step(action, fields, StatusPatterns.parse(statuses));
  }

  boolean appliesIn(StatusCode status) {
    return onlyIn.test(status);
  }
}
