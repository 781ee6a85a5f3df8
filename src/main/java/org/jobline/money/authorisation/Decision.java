package org.jobline.money.authorisation;

import java.time.Instant;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What an authoriser filled in.
 *
 * @param what one of the four decisions of the form
 * @param fallback which earlier cost counts again after a refusal
 */
record Decision(
    String what, @Nullable String reference, @Nullable String reason, Booking booking, Optional<String> fallback,
    Optional<Instant> onHoldUntil, Optional<String> question) {

  static final String AUTHORISE = "authorise";
  static final String REFUSE = "refuse";
  static final String ON_HOLD = "on hold";
  static final String INFORMATION_REQUIRED = "information required";

  /**
   * How the client books what was authorised.
   *
   * @param expenditure revenue or capital
   * @param capitalPeriod a month, such as 2026-11; null for revenue
   */
  record Booking(@Nullable String expenditure, @Nullable String capitalPeriod, @Nullable String capitalCode) {}

  static Decision of(Fields form) {
    return new Decision(
        form.text("decision").orElseThrow(), form.text("reference").orElse(null), form.text("reason").orElse(null),
        new Booking(form.text("expenditure").orElse(null), form.text("period").orElse(null),
            form.text("capitalCode").orElse(null)),
        form.text("fallback"), form.instant("onHoldUntil"), form.text("question"));
  }
}
