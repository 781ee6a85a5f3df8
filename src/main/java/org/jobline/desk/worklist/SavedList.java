package org.jobline.desk.worklist;

import java.util.List;
import java.util.Map;
import org.jobline.action.Agent;
import org.jspecify.annotations.Nullable;

/**
 * A question about orders somebody keeps under a name.
 *
 * @param sharedWith the group that sees it too; null: nobody but its owner
 * @param query what {@code GET /api/work-orders} takes, by name of parameter
 * @param columns what the list shows, in this order
 */
record SavedList(
    long id, String owner, String name, @Nullable String sharedWith, Map<String, String> query, List<String> columns,
    @Nullable String sort) {

  boolean isSeenBy(Agent agent) {
    return owner.equals(agent.name()) || sharedWith != null && (agent.groups().contains(sharedWith) || agent.oversees());
  }

  /** Whoever looks after a group looks after what it shares, also when its owner has left. */
  boolean mayBeChangedBy(Agent agent) {
    return owner.equals(agent.name()) || sharedWith != null && agent.oversees();
  }
}
