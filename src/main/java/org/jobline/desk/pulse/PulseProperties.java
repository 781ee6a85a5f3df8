package org.jobline.desk.pulse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often an open page asks what has changed.
 *
 * @param refresh from the end of one call to the next, as long as none fails
 */
@ConfigurationProperties("jobline.desk")
record PulseProperties(@DefaultValue("5s") Duration refresh) {

  private static final Duration MIN_REFRESH = Duration.ofMillis(100);
  /** Whoever has an order open is forgotten after twenty seconds, and every other call may be about something else. */
  private static final Duration MAX_REFRESH = Duration.ofSeconds(8);

  PulseProperties {
    if (refresh.compareTo(MIN_REFRESH) < 0 || refresh.compareTo(MAX_REFRESH) > 0) {
      throw new IllegalArgumentException("jobline.desk.refresh must be between " + MIN_REFRESH.toMillis() + " ms and "
          + MAX_REFRESH.toSeconds() + " s, not " + refresh.toMillis() + " ms");
    }
  }
}
