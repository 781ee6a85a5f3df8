package org.jobline.workorder.quoting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a contractor has quoted; never changed, amending makes the next version.
 *
 * @param contractor its code
 * @param version counted from 1 for each contractor of an order
 * @param specificationVersion what it was quoted for
 * @param validUntil the last day at the site on which it holds
 */
public record Quote(
    String contractor, int version, int specificationVersion, QuotePrice price, LocalDate validUntil, Terms terms,
    Instant receivedAt, String enteredBy) {

  /**
   * What was said beside the price.
   *
   * @param personnel how many people come
   * @param leadDays how many days it takes them to come
   * @param impact on the site
   * @param reference the contractor's own
   */
  public record Terms(
      @Nullable Integer personnel, @Nullable Integer leadDays, @Nullable String impact, @Nullable String reference) {}

  private static final String SEPARATOR = "/";

  /** What forms and the API call it, such as {@code RES-01/2}. */
  public String id() {
    return contractor + SEPARATOR + version;
  }

  /** @param today at the site */
  public boolean isExpired(LocalDate today) {
    return today.isAfter(validUntil);
  }

  /** The same offer for another version of the specification. */
  Quote confirmedFor(int specification, Instant at, String by) {
    return new Quote(contractor, version + 1, specification, price, validUntil, terms, at, by);
  }
}
