package org.jobline.resource;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a resource charges, in the client's currency.
 *
 * @param callOutFee once per visit; for a remote fix, the price of the fix
 * @param hoursIncluded time on site that the call-out fee covers
 * @param unitMinutes time on site is rounded up to multiples of this
 */
public record Rate(BigDecimal callOutFee, BigDecimal hoursIncluded, BigDecimal hourlyRate, int unitMinutes) {

  /** What is charged for. */
  public enum Purpose {
    REACTIVE,
    REMOTE_FIX;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
