package org.jobline.referencedata.contractor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contractor charges, in the client's currency, and when (domain/money.md).
 *
 * @param clientGroup null: every client
 * @param inside in the contractor's working hours or outside of them; null: both
 * @param days empty: every day
 * @param within for a first attendance within this time after the call; null unless it is of kind response, and for
 *     any later one
 * @param withinSla for a first attendance in time, or too late; null unless it is of kind service level
 * @param callOutFee once per visit; for a remote fix, the price of the fix; for a day rate, of an engineer's day
 * @param hoursIncluded time on site that the fee covers
 * @param unitMinutes time on site is rounded up to multiples of this
 * @param validTo the last day; null: until further notice
 */
public record Rate(
    @Nullable String clientGroup,
    @Nullable Boolean inside,
    Set<RateDay> days,
    Kind kind,
    @Nullable Duration within,
    @Nullable Boolean withinSla,
    BigDecimal callOutFee,
    BigDecimal hoursIncluded,
    BigDecimal hourlyRate,
    int unitMinutes,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /**
   * The more closely it describes the attendance, the earlier: a rate for the clients' group before one for all, for
   * the day before one for every day, by response or service level before one by nothing but hours, for working hours
   * or the time outside before one for both, for the quicker response before the slower, and at last the newer before
   * the older.
   */
  static final Comparator<Rate> MOST_PRECISE_FIRST = Comparator
      .comparing((Rate rate) -> rate.clientGroup == null)
      .thenComparing(rate -> rate.days.isEmpty())
      .thenComparing(rate -> rate.kind == Kind.HOURS)
      .thenComparing(rate -> rate.inside == null)
      .thenComparing(rate -> rate.within, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(rate -> rate.validFrom, Comparator.reverseOrder());

  /** What is charged for. */
  public enum Purpose {
    REACTIVE,
    REMOTE_FIX,
    DAY;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What the price depends on besides the hours. */
  public enum Kind {
    HOURS,
    RESPONSE,
    SERVICE_LEVEL;

    static Kind ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
  }

  public Rate {
    days = Set.copyOf(days);
    if (withinSla == null && kind == Kind.SERVICE_LEVEL) {
      throw new IllegalArgumentException("A rate by service level says whether it is for an attendance in time");
    }
  }

  /** How long the fee covers. */
  public Duration timeIncluded() {
    return Duration.ofMinutes(hoursIncluded.multiply(BigDecimal.valueOf(60)).longValue());
  }

  boolean isFor(Moment moment) {
    return isValidOn(moment.day())
        && (inside == null || inside == moment.inside())
        && (days.isEmpty() || days.contains(moment.kindOfDay()))
        && (within == null || moment.response() != null && moment.response().compareTo(within) <= 0)
        && (withinSla == null || withinSla == moment.withinSla());
  }

  private boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  /**
   * A moment of an attendance, as far as prices depend on it.
   *
   * @param day by the contractor's calendar
   * @param bankHoliday whether the contractor is closed on it
   * @param inside whether it lies within the contractor's working hours
   * @param response from the call to the first attendance; null when nobody has attended
   * @param withinSla whether that was in time; true when no time was agreed
   */
  public record Moment(
      LocalDate day, boolean bankHoliday, boolean inside, @Nullable Duration response, boolean withinSla) {

    RateDay kindOfDay() {
      return bankHoliday ? RateDay.HOL : RateDay.of(day.getDayOfWeek());
    }

    Moment asOnAnyWeek() {
      return new Moment(day, false, inside, response, withinSla);
    }
  }
}
