package org.jobline.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Counts failed logins by the address they come from. The engine makes a user wait longer after each wrong password;
 * whoever tries one password on many users has to be stopped by where he sits. Each node counts for itself.
 */
@Component
class FailedLogins {

  /** Whoever has more addresses than this fills no memory; the oldest are forgotten. */
  private static final int MAX_ADDRESSES = 10_000;

  private final Limit limit;
  private final Clock clock;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  FailedLogins(Limit limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * @param failures from one address within the time, after which its logins are refused; a whole helpdesk may sit
   *     behind one address and mistype now and then
   * @param within how long failures count, and how long the refusal lasts
   */
  @ConfigurationProperties("jobline.login-limit")
  record Limit(@DefaultValue("50") int failures, @DefaultValue("10m") Duration within) {}

  private record Count(Instant since, int failures) {}

  /** How long logins from there are still refused; empty when they are not. */
  synchronized Optional<Duration> refusedFor(String address) {
    Count count = counts.get(address);
    Instant now = clock.instant();
    if (count == null || count.failures() < limit.failures()) {
      return Optional.empty();
    }
    Duration left = Duration.between(now, count.since().plus(limit.within()));
    return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
  }

  synchronized void failed(String address) {
    Instant now = clock.instant();
    Count count = counts.remove(address);
    counts.put(address, count != null && now.isBefore(count.since().plus(limit.within()))
        ? new Count(count.since(), count.failures() + 1)
        : new Count(now, 1));
    if (counts.size() > MAX_ADDRESSES) {
      counts.remove(counts.keySet().iterator().next());
    }
  }
}
