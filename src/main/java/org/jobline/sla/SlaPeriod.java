package org.jobline.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One running of an order's clock: since it was logged, or since a recall.
 *
 * @param respondFrom who came before was early; null: any time up to the due instant would do
 * @param respondDue by when somebody had to be there; null when that was not agreed
 */
public record SlaPeriod(Instant startedAt, @Nullable Instant respondFrom, @Nullable Instant respondDue) {

  /** Whether an attendance that started then is within the SLA. */
  public boolean isInTime(Instant start) {
    return (respondDue == null || !start.isAfter(respondDue)) && (respondFrom == null || !start.isBefore(respondFrom));
  }
}
