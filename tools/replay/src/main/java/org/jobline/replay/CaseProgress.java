package org.jobline.replay;

import java.time.Instant;
import org.jobline.order.OrderNumber;

/**
 * How far one case was replayed.
 *
 * @param number     null when logging the case was refused
 * @param eventsDone how many of its events are finished
 * @param lastAt     when the last finished one happened, null before the first
 */
record CaseProgress(int position, OrderNumber number, int eventsDone, Instant loggedAt, Instant lastAt) {

  CaseProgress next(Instant at) {
    return new CaseProgress(position, number, eventsDone + 1, loggedAt, at);
  }
}
