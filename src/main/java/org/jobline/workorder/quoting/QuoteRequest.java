package org.jobline.workorder.quoting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A contractor that was asked for a quote.
 *
 * @param replyBy the last day at the site for it to answer
 * @param specificationVersion what it was asked to quote for
 * @param reason why it declined, or withdrew what it had quoted
 * @param closedAt when another quote became final; null while the contractor may still be chosen
 * @param rejectedAt when it was told so; null: never
 */
public record QuoteRequest(
    String contractor, Instant askedAt, String askedBy, LocalDate replyBy, int specificationVersion, State state,
    @Nullable String reason, @Nullable Instant closedAt, @Nullable Instant rejectedAt, int reminders,
    @Nullable Instant remindedAt) {

  /** How far it is. */
  public enum State {
    OPEN, ANSWERED, DECLINED, WITHDRAWN;

    /** As agents read it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State ofLabel(String label) {
      return Arrays.stream(values()).filter(state -> state.label().equals(label)).findFirst().orElseThrow();
    }
  }

  static QuoteRequest asked(String contractor, Instant at, String by, LocalDate replyBy, int specification) {
    return new QuoteRequest(contractor, at, by, replyBy, specification, State.OPEN, null, null, null, 0, null);
  }

  /** Whether the contractor still waits to hear about its quote, or owes one. */
  public boolean isLive() {
    return closedAt == null && (state == State.OPEN || state == State.ANSWERED);
  }

  /** Whether it should have answered by now. */
  public boolean isOverdue(LocalDate today) {
    return closedAt == null && state == State.OPEN && today.isAfter(replyBy);
  }

  QuoteRequest askedAgain(Instant at, String by, LocalDate until, int specification) {
    return new QuoteRequest(contractor, at, by, until, specification, State.OPEN, null, null, rejectedAt, 0, null);
  }

  QuoteRequest in(State next, @Nullable String why) {
    return new QuoteRequest(contractor, askedAt, askedBy, replyBy, specificationVersion, next, why, closedAt,
        rejectedAt, reminders, remindedAt);
  }

  QuoteRequest closed(@Nullable Instant at) {
    return new QuoteRequest(contractor, askedAt, askedBy, replyBy, specificationVersion, state, reason, at, rejectedAt,
        reminders, remindedAt);
  }

  QuoteRequest rejected(Instant at) {
    return new QuoteRequest(contractor, askedAt, askedBy, replyBy, specificationVersion, state, reason, closedAt, at,
        reminders, remindedAt);
  }

  QuoteRequest reminded(Instant at) {
    return new QuoteRequest(contractor, askedAt, askedBy, replyBy, specificationVersion, state, reason, closedAt,
        rejectedAt, reminders + 1, at);
  }
}
