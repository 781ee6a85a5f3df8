package org.jobline.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who writes something down, and when.
 *
 * @param zone of the site, by whose calendar dates are judged
 */
record Recorded(String by, Instant at, ZoneId zone) {

  LocalDate today() {
    return LocalDate.ofInstant(at, zone);
  }
}
