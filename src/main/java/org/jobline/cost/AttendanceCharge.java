package org.jobline.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What one visit costs: call-out fee, then time on site × engineers × hourly rate, each kind of hours rounded up to the
 * rate's unit, then parts (domain/money.md, Accrual).
 *
 * @param callOut whether the call-out fee is due
 * @param inside time on site inside the resource's working hours
 * @param outside time on site outside of them
 * @param started the tariff of the hour the visit started in, which sets the call-out fee and the hours included
 */
record AttendanceCharge(
    boolean callOut,
    Duration inside,
    Duration outside,
    int engineers,
    Tariff tariffInside,
    Tariff tariffOutside,
    Tariff started,
    BigDecimal parts) {

  private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

  /**
   * A resource's price for one kind of hours.
   *
   * @param includedMinutes minutes on site the call-out fee already pays for
   * @param unitMinutes what time is rounded up to
   */
  record Tariff(BigDecimal callOutFee, long includedMinutes, BigDecimal hourlyRate, int unitMinutes) {

    static final Tariff NOTHING = new Tariff(BigDecimal.ZERO, 0, BigDecimal.ZERO, 1);
  }

  /** The amount to the penny, half-up. */
  BigDecimal amount() {
    long included = callOut ? started.includedMinutes() : 0;
    long insideMinutes = minutes(inside);
    long freeInside = Math.min(included, insideMinutes);
    long freeOutside = Math.min(included - freeInside, minutes(outside));
    BigDecimal labour = labour(insideMinutes - freeInside, tariffInside)
        .add(labour(minutes(outside) - freeOutside, tariffOutside));
    return (callOut ? started.callOutFee() : BigDecimal.ZERO)
        .add(labour)
        .add(parts)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private BigDecimal labour(long minutes, Tariff tariff) {
    long units = (minutes + tariff.unitMinutes() - 1) / tariff.unitMinutes();
    return tariff.hourlyRate()
        .multiply(BigDecimal.valueOf(units * tariff.unitMinutes() * engineers))
        .divide(MINUTES_AN_HOUR, 6, RoundingMode.HALF_UP);
  }

  private static long minutes(Duration duration) {
    return duration.plusSeconds(59).toMinutes();
  }
}
