package org.jobline.referencedata.contractor;

import java.time.DayOfWeek;

/** The days rates tell apart; a bank holiday is none of the week's. */
public enum RateDay {
  MON,
  TUE,
  WED,
  THU,
  FRI,
  SAT,
  SUN,
  HOL;

  static RateDay of(DayOfWeek day) {
    return valueOf(day.name().substring(0, 3));
  }
}
