package org.jobline.lifecycle.visit;

import org.jspecify.annotations.Nullable;

/**
 * A contractor's request to come with more people.
 *
 * @param engineers the total of the rate group, those approved already included
 * @param decision {@code accept}, {@code refuse} or {@code withdrawn}; null while it is open
 * @param firstVisit the first of the order's visits it covers, counted from 1; null unless accepted
 * @param lastVisit null: all from the first
 */
record EngineersRequest(
    long id, String orderNumber, String resource, String rateGroup, int engineers, @Nullable String decision,
    @Nullable Integer firstVisit, @Nullable Integer lastVisit) {

  boolean covers(int visit) {
    return "accept".equals(decision)
        && firstVisit != null && visit >= firstVisit
        && (lastVisit == null || visit <= lastVisit);
  }
}
