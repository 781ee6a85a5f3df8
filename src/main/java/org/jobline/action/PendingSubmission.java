package org.jobline.action;

import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * A submission on its way to its user task, which finds it when it is completed.
 *
 * @param key null: the action of whatever task is completed
 * @param order for which the guard has let the agent do the action in this transaction; null when it is still to be
 *     asked
 * @param agent null: the user of the engine's API
 * @param atOnce whether a task opened on demand is completed with it at once
 */
record PendingSubmission(
    @Nullable ActionKey key, @Nullable Order order, @Nullable Agent agent, Submission submission, boolean atOnce) {

  /** What a client of the engine's own API submits: the task says which action it is, the engine who submits it. */
  static PendingSubmission ofForm(Submission submission) {
    return new PendingSubmission(null, null, null, submission, false);
  }

  /** Whether it does not come from the form of a task. */
  boolean isByApi() {
    return key != null;
  }

  /** Whether the guard need not be asked again. */
  boolean isAllowedOn(Order changed) {
    return changed == order;
  }

  boolean isFor(ActionKey action) {
    return key == null || key.equals(action);
  }
}
