package org.jobline.lifecycle.visit;

import java.time.Instant;
import org.jobline.action.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a visit starts.
 *
 * @param engineer null when it was reported by somebody else
 * @param reportedBy null when the engineer rang himself
 * @param attending how many engineers
 */
public record Start(
    @Nullable String engineer, @Nullable String reportedBy, Instant at, int attending, boolean asbestosRead,
    @Nullable String permitNumber) {

  /** The engineer rings from the site, so it starts now. */
  public static Start byEngineer(Fields form, Instant now) {
    return with(form, form.text("engineer").orElseThrow(), null, now);
  }

  public static Start asReported(Fields form) {
    return with(form, null, form.text("reportedBy").orElseThrow(), form.instant("start").orElseThrow());
  }

  private static Start with(Fields form, @Nullable String engineer, @Nullable String reportedBy, Instant at) {
    return new Start(engineer, reportedBy, at, form.number("attending").orElseThrow().intValue(),
        form.ticked("asbestosRead"), form.text("permitNumber").orElse(null));
  }
}
