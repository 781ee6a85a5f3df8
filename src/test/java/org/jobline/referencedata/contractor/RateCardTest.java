package org.jobline.referencedata.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jobline.referencedata.contractor.Rate.Kind;
import org.jobline.referencedata.contractor.Rate.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of all a contractor charges, what describes an attendance most closely (domain/money.md). */
class RateCardTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate SATURDAY = MONDAY.plusDays(5);
  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

  /** The call-out fee is the name by which a test knows a rate. */
  private static Rate rate(
      int name, String group, Boolean inside, Set<RateDay> days, Kind kind, Integer within, Boolean withinSla) {
    return new Rate(group, inside, days, kind, within == null ? null : Duration.ofMinutes(within), withinSla,
        BigDecimal.valueOf(name), BigDecimal.ZERO, BigDecimal.TEN, 15, LONG_AGO, null);
  }

  private static int number(RateDay day) {
    return List.of(RateDay.values()).indexOf(day);
  }

  private static Rate everywhere(int name) {
    return rate(name, null, null, Set.of(), Kind.HOURS, null, null);
  }

  private static Moment on(LocalDate day) {
    return new Moment(day, false, true, null, true);
  }

  /** Whatever order they come in. */
  private static void assertThatHolds(int name, Moment moment, Rate... rates) {
    List<Rate> shuffled = new ArrayList<>(List.of(rates));
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(shuffled, new Random(i));
      assertThat(new RateCard(shuffled).at(moment)).map(Rate::callOutFee).contains(BigDecimal.valueOf(name));
    }
  }

  @Test
  void a_rate_for_the_clients_group_goes_before_one_for_all() {
    assertThatHolds(2, on(MONDAY), everywhere(1), rate(2, "LARK", null, Set.of(), Kind.HOURS, null, null),
        rate(3, null, true, Set.of(RateDay.MON), Kind.HOURS, null, null));
  }

  @Test
  void a_rate_for_the_day_goes_before_one_for_every_day() {
    Rate saturday = rate(2, null, null, Set.of(RateDay.SAT), Kind.HOURS, null, null);
    Rate inside = rate(1, null, true, Set.of(), Kind.HOURS, null, null);
    assertThatHolds(2, on(SATURDAY), inside, saturday);
    assertThatHolds(1, on(MONDAY), inside, saturday);
  }

  @ParameterizedTest
  @EnumSource(RateDay.class)
  void each_day_may_have_a_rate_of_its_own(RateDay day) {
    Rate[] rates = EnumSet.allOf(RateDay.class).stream()
        .map(other -> rate(number(other), null, null, Set.of(other), Kind.HOURS, null, null)).toArray(Rate[]::new);
    Moment moment = day == RateDay.HOL
        ? new Moment(MONDAY, true, false, null, true) : on(MONDAY.plusDays(number(day)));
    assertThatHolds(number(day), moment, rates);
  }

  @Test
  void a_bank_holiday_nothing_was_agreed_for_is_a_day_of_the_week() {
    Moment holiday = new Moment(SATURDAY, true, false, null, true);
    assertThatHolds(6, holiday, rate(6, null, null, Set.of(RateDay.SAT), Kind.HOURS, null, null),
        rate(1, null, null, Set.of(RateDay.MON), Kind.HOURS, null, null));
  }

  @Test
  void working_hours_have_rates_of_their_own() {
    Rate inside = rate(1, null, true, Set.of(), Kind.HOURS, null, null);
    Rate outside = rate(2, null, false, Set.of(), Kind.HOURS, null, null);
    assertThatHolds(1, on(MONDAY), inside, outside, everywhere(3));
    assertThatHolds(2, new Moment(MONDAY, false, false, null, true), inside, outside, everywhere(3));
  }

  @Test
  void the_quicker_the_response_the_narrower_its_band() {
    Rate[] bands = {
      rate(1, null, null, Set.of(), Kind.RESPONSE, 120, null), rate(2, null, null, Set.of(), Kind.RESPONSE, 480, null),
      rate(3, null, null, Set.of(), Kind.RESPONSE, null, null)};
    assertThatHolds(1, new Moment(MONDAY, false, true, Duration.ofMinutes(120), true), bands);
    assertThatHolds(2, new Moment(MONDAY, false, true, Duration.ofMinutes(120).plusSeconds(1), true), bands);
    assertThatHolds(3, new Moment(MONDAY, false, true, Duration.ofMinutes(481), true), bands);
    assertThatHolds(3, on(MONDAY), bands);
    assertThat(new RateCard(List.of(bands)).dependsOnResponse()).isTrue();
  }

  @Test
  void response_rate_outranks_working_hours_but_not_the_day() {
    Rate band = rate(1, null, null, Set.of(), Kind.RESPONSE, 120, null);
    Rate inside = rate(2, null, true, Set.of(), Kind.HOURS, null, null);
    Rate saturday = rate(3, null, null, Set.of(RateDay.SAT), Kind.HOURS, null, null);
    Duration soon = Duration.ofMinutes(60);
    assertThatHolds(1, new Moment(MONDAY, false, true, soon, true), band, inside, saturday);
    assertThatHolds(2, new Moment(MONDAY, false, true, soon.multipliedBy(3), true), band, inside, saturday);
    assertThatHolds(3, new Moment(SATURDAY, false, true, soon, true), band, inside, saturday);
  }

  @Test
  void in_time_and_too_late_have_rates_of_their_own() {
    Rate inTime = rate(1, null, null, Set.of(), Kind.SERVICE_LEVEL, null, true);
    Rate late = rate(2, null, null, Set.of(), Kind.SERVICE_LEVEL, null, false);
    assertThatHolds(1, on(MONDAY), inTime, late, everywhere(3));
    assertThatHolds(2, new Moment(MONDAY, false, true, null, false), inTime, late, everywhere(3));
  }

  @Test
  void a_rate_holds_from_its_first_day_to_its_last() {
    Rate old = new Rate(null, null, Set.of(), Kind.HOURS, null, null, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.TEN, 15,
        LONG_AGO, MONDAY);
    Rate next = new Rate(null, null, Set.of(), Kind.HOURS, null, null, BigDecimal.valueOf(2), BigDecimal.ZERO,
        BigDecimal.TEN, 15, MONDAY.plusDays(2), null);
    assertThatHolds(1, on(MONDAY), old, next);
    assertThat(new RateCard(List.of(old, next)).at(on(MONDAY.plusDays(1)))).isEmpty();
    assertThatHolds(2, on(MONDAY.plusDays(2)), old, next);
  }

  @Test
  void the_newer_of_two_like_rates_holds() {
    Rate newer = new Rate(null, null, Set.of(), Kind.HOURS, null, null, BigDecimal.valueOf(2), BigDecimal.ZERO,
        BigDecimal.TEN, 15, MONDAY, null);
    assertThatHolds(2, on(MONDAY), everywhere(1), newer);
  }
}
