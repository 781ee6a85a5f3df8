package org.jobline.money.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jobline.referencedata.contractor.Rate;

/**
 * One item of what work costs.
 *
 * @param what in words an agent and a contractor understand
 * @param amount to the penny
 */
record Charge(String what, BigDecimal amount) {

  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

  Charge {
    amount = amount.setScale(2, RoundingMode.HALF_UP);
  }

  /**
   * Time at an hourly rate.
   *
   * @param time of all engineers together is {@code time × engineers}; rounded up to the rate's unit before that
   * @param words what kind of time it is
   */
  static Charge ofTime(Duration time, int engineers, Rate rate, String words) {
    long minutes = roundedUp(time, rate.unitMinutes());
    String people = engineers == 1 ? "" : " × " + engineers;
    return new Charge(
        minutes / 60 + " h " + minutes % 60 + " min" + people + " at " + rate.hourlyRate().toPlainString() + words,
        rate.hourlyRate()
            .multiply(BigDecimal.valueOf(minutes * engineers))
            .divide(MINUTES_AN_HOUR, 2, RoundingMode.HALF_UP));
  }

  private static long roundedUp(Duration time, int unit) {
    long minutes = time.plusSeconds(59).toMinutes();
    return (minutes + unit - 1) / unit * unit;
  }

  /** Whether anybody wants to read it. */
  boolean isSomething() {
    return amount.signum() != 0;
  }

  @Override
  public String toString() {
    return what + ": " + amount.toPlainString();
  }
}
