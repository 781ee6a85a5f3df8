package org.jobline.replay;

import java.time.Instant;
import java.util.Optional;
import org.jobline.order.OrderNumber;

/** How far each case of a log was replayed; outlives the process. */
interface Progress {

  Optional<CaseProgress> of(LogCase logCase);

  CaseProgress logged(LogCase logCase, OrderNumber number, Instant at);

  /** To be called in the transaction of the last action of the event, so that neither is kept without the other. */
  CaseProgress finished(CaseProgress progress, Instant at);

  /** Keeps why an action was refused; the event it belongs to is finished by that. */
  void refused(CaseProgress progress, Step step, RefusedException refusal);

  /** Keeps why a case could not even be logged. */
  void refused(LogCase logCase, RefusedException refusal);
}
