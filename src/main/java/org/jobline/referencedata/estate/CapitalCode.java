package org.jobline.referencedata.estate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a client books capital expenditure to.
 *
 * @param from the first day it may be used
 * @param to the last day it may be used
 */
public record CapitalCode(String code, LocalDate from, LocalDate to) {

  /** Whether it may be used on a day of this month. */
  public boolean covers(YearMonth month) {
    return !month.atEndOfMonth().isBefore(from) && !month.atDay(1).isAfter(to);
  }
}
