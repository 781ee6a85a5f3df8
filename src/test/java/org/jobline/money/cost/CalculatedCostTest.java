package org.jobline.money.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Span;
import org.jobline.referencedata.contractor.Agreement.RecallCharge;
import org.jobline.referencedata.contractor.Rate;
import org.jobline.referencedata.contractor.Rate.Kind;
import org.jobline.referencedata.contractor.RateCard;
import org.jobline.referencedata.contractor.RateDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visits cost: each rule of domain/money.md by an example, and what holds whatever was done. */
class CalculatedCostTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
  private static final OpeningHours EIGHT_TO_SIX = new OpeningHours(LONDON, week(), Set.of(CHRISTMAS));

  private static final Rate INSIDE = rate(true, Set.of(), "60.00", "0", "40.00", 15);
  private static final Rate OUTSIDE = rate(false, Set.of(), "90.00", "0", "80.00", 30);
  private static final Rate SUNDAY = rate(null, Set.of(RateDay.SUN), "120.00", "0", "100.00", 60);
  private static final Rate HOLIDAY = rate(null, Set.of(RateDay.HOL), "200.00", "0", "160.00", 60);
  private static final RateCard CARD = new RateCard(List.of(INSIDE, OUTSIDE, SUNDAY, HOLIDAY));
  private static final Tariff TARIFF = tariff("A", CARD, RateCard.EMPTY, RecallCharge.FULL);
  private static final Rate DAY = rate(null, Set.of(), "400.00", "8", "60.00", 60);

  private static Map<DayOfWeek, List<Span>> week() {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    Stream.of(DayOfWeek.values()).filter(day -> day.getValue() < 6)
        .forEach(day -> week.put(day, List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0)))));
    return week;
  }

  private static Tariff tariff(String contractor, RateCard reactive, RateCard day, RecallCharge charge) {
    return new Tariff(contractor, reactive, day, EIGHT_TO_SIX, charge, false);
  }

  private static Rate rate(Boolean inside, Set<RateDay> days, String fee, String included, String hourly, int unit) {
    return new Rate(null, inside, days, Kind.HOURS, null, null, new BigDecimal(fee), new BigDecimal(included),
        new BigDecimal(hourly), unit, LocalDate.of(2000, 1, 1), null);
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(LONDON).toInstant();
  }

  private static Attendance visit(String from, String to) {
    return visit(from, to, TARIFF);
  }

  private static Attendance visit(String from, String to, Tariff tariff) {
    return new Attendance(at(from), at(to), 1, BigDecimal.ZERO, false, false, null, true, tariff);
  }

  private static Attendance completed(Attendance visit) {
    return new Attendance(visit.from(), visit.to(), visit.engineers(), visit.parts(), true, false, null, true,
        visit.tariff());
  }

  private static Attendance with(Attendance visit, int engineers, String parts) {
    return new Attendance(visit.from(), visit.to(), engineers, new BigDecimal(parts), visit.completed(),
        visit.resumed(), null, true, visit.tariff());
  }

  private static Tariff recallsCost(RecallCharge charge) {
    return tariff("A", CARD, RateCard.EMPTY, charge);
  }

  private static Tariff byTheDay(RecallCharge charge) {
    return byTheDay("A", charge);
  }

  private static Tariff byTheDay(String contractor, RecallCharge charge) {
    return tariff(contractor, CARD, new RateCard(List.of(DAY)), charge);
  }

  private static Tariff covered(String contractor) {
    return new Tariff(contractor, CARD, RateCard.EMPTY, EIGHT_TO_SIX, RecallCharge.FULL, true);
  }

  private static CalculatedCost cost(Attendance... visits) {
    return cost(List.of(visits));
  }

  private static CalculatedCost cost(List<Attendance> visits) {
    return CalculatedCost.of(visits, List.of(), LONDON);
  }

  private static void assertCosts(String total, Attendance... visits) {
    assertThat(cost(visits).total()).isEqualByComparingTo(total);
  }

  @Test
  void call_out_time_and_parts_are_added_up() {
    CalculatedCost cost = cost(with(visit("2026-11-23T10:00", "2026-11-23T11:30"), 2, "12.34"));
    assertThat(cost.charges()).hasToString("[Call-out, 23 Nov 10:00: 60.00, "
        + "1 h 30 min × 2 at 40.00, 23 Nov 10:00: 120.00, Parts, 23 Nov 10:00: 12.34]");
    assertThat(cost.total()).isEqualTo("192.34");
  }

  @Test
  void zero_charges_are_not_listed_and_one_engineer_is_not_counted() {
    assertThat(cost(visit("2026-11-23T10:00", "2026-11-23T11:00")).charges())
        .hasToString("[Call-out, 23 Nov 10:00: 60.00, 1 h 0 min at 40.00, 23 Nov 10:00: 40.00]");
  }

  @ParameterizedTest
  @CsvSource({"10:00, 60.00", "10:00:01, 70.00", "10:15, 70.00", "10:15:01, 80.00", "10:59, 100.00", "11:00, 100.00"})
  void time_is_rounded_up_to_the_unit_of_the_rate(String to, String total) {
    assertCosts(total, visit("2026-11-23T10:00", "2026-11-23T" + to));
  }

  @Test
  void a_visit_that_lasts_into_the_evening_is_charged_in_parts() {
    // 1 h inside at 40, 40 min outside rounded up to 1 h at 80; the call-out of the moment it began
    assertCosts("180.00", visit("2026-11-23T17:00", "2026-11-23T18:40"));
    assertCosts("210.00", visit("2026-11-23T07:20", "2026-11-23T09:00"));
  }

  @Test
  void a_visit_over_midnight_is_charged_at_the_rate_of_each_day() {
    // Saturday outside 23:00-24:00 at 80, Sunday 0:00-1:30 rounded up to 2 h at 100
    assertCosts("370.00", visit("2026-11-28T23:00", "2026-11-29T01:30"));
    // Christmas Eve outside 22:00-24:00 at 80, then a bank holiday 1 h at 160
    assertCosts("410.00", visit("2026-12-24T22:00", "2026-12-25T01:00"));
  }

  @Test
  void a_bank_holiday_has_its_rate_whatever_the_hour() {
    assertCosts("360.00", visit("2026-12-25T10:00", "2026-12-25T11:00"));
  }

  @Test
  void the_hour_that_summer_time_skips_or_repeats_is_charged_as_it_was_worked() {
    // 29 March 2026 is a Sunday: from 0:30 to 2:30 on the wall it is one hour
    assertCosts("220.00", visit("2026-03-29T00:30", "2026-03-29T02:30"));
    // 25 October 2026 is a Sunday: from 0:30 to 2:30 on the wall it is three hours
    assertCosts("420.00", visit("2026-10-25T00:30", "2026-10-25T02:30"));
  }

  @Test
  void the_call_out_fee_covers_what_comes_first() {
    Tariff tariff = tariff("A", new RateCard(List.of(rate(true, Set.of(), "60.00", "1.5", "40.00", 15), OUTSIDE)),
        RateCard.EMPTY, RecallCharge.FULL);
    assertCosts("60.00", visit("2026-11-23T10:00", "2026-11-23T11:30", tariff));
    assertCosts("70.00", visit("2026-11-23T10:00", "2026-11-23T11:31", tariff));
    // one hour inside is covered, half an hour outside too
    assertCosts("100.00", visit("2026-11-23T17:00", "2026-11-23T19:00", tariff));
  }

  @Test
  void each_visit_has_a_call_out() {
    assertCosts("200.00", visit("2026-11-23T10:00", "2026-11-23T11:00"), visit("2026-11-24T10:00", "2026-11-24T11:00"));
  }

  @Test
  void a_visit_without_any_length_is_still_a_call_out() {
    assertCosts("60.00", visit("2026-11-23T10:00", "2026-11-23T10:00"));
  }

  @Test
  void a_contractor_nothing_was_agreed_with_costs_its_parts() {
    assertCosts("7.50", with(visit("2026-11-23T10:00", "2026-11-23T11:00", Tariff.NONE), 1, "7.50"));
  }

  // Recalls

  @Test
  void a_recall_on_another_day_is_charged_in_full() {
    assertCosts("200.00", completed(visit("2026-11-23T10:00", "2026-11-23T11:00")),
        visit("2026-11-24T10:00", "2026-11-24T11:00"));
  }

  @Test
  void a_recall_on_the_day_of_the_stop_has_no_call_out() {
    assertCosts("140.00", completed(visit("2026-11-23T10:00", "2026-11-23T11:00")),
        visit("2026-11-23T15:00", "2026-11-23T16:00"));
    assertCosts("180.00", completed(visit("2026-11-23T10:00", "2026-11-23T11:00")),
        visit("2026-11-23T14:00", "2026-11-23T15:00"), visit("2026-11-23T16:00", "2026-11-23T17:00"));
  }

  @Test
  void a_revisit_on_the_same_day_is_no_recall() {
    assertCosts("200.00", visit("2026-11-23T10:00", "2026-11-23T11:00"), visit("2026-11-23T15:00", "2026-11-23T16:00"));
  }

  @ParameterizedTest
  @CsvSource({"FULL, 205.00", "LABOUR_ONLY, 145.00", "PARTS_ONLY, 105.00"})
  void a_recall_costs_what_the_contract_says(RecallCharge charge, String total) {
    Tariff tariff = recallsCost(charge);
    assertCosts(total, completed(visit("2026-11-23T10:00", "2026-11-23T11:00", tariff)),
        with(visit("2026-11-24T10:00", "2026-11-24T11:00", tariff), 1, "5.00"));
  }

  @Test
  void replacement_contractor_is_charged_as_for_any_visit() {
    Tariff other = tariff("B", CARD, RateCard.EMPTY, RecallCharge.PARTS_ONLY);
    assertCosts("200.00", completed(visit("2026-11-23T10:00", "2026-11-23T11:00")),
        visit("2026-11-23T15:00", "2026-11-23T16:00", other));
  }

  private static Attendance afterAShortBreak(Attendance visit) {
    return new Attendance(visit.from(), visit.to(), visit.engineers(), visit.parts(), visit.completed(), true, null,
        true, visit.tariff());
  }

  private static RemoteFix remoteFix(String when, String contractor) {
    return new RemoteFix(null, "R-1", contractor, at(when));
  }

  @ParameterizedTest
  @CsvSource({"FULL, 20.00", "LABOUR_ONLY, 20.00", "PARTS_ONLY, 0.00"})
  void visit_on_the_day_of_a_remote_fix_counts_as_recall(RecallCharge charge, String total) {
    // half an hour at 40, and no call-out
    assertThat(CalculatedCost.of(List.of(visit("2026-11-23T12:00", "2026-11-23T12:30", recallsCost(charge))),
        List.of(remoteFix("2026-11-23T10:00", "A")), LONDON).total()).isEqualByComparingTo(total);
  }

  @Test
  void a_remote_fix_by_somebody_else_or_later_is_nothing_to_come_back_for() {
    List<Attendance> visit = List.of(visit("2026-11-23T12:00", "2026-11-23T12:30"));
    assertThat(CalculatedCost.of(visit, List.of(remoteFix("2026-11-23T10:00", "B")), LONDON).total())
        .isEqualByComparingTo("80.00");
    assertThat(CalculatedCost.of(visit, List.of(remoteFix("2026-11-23T13:00", "A")), LONDON).total())
        .isEqualByComparingTo("80.00");
    assertThat(CalculatedCost.of(visit, List.of(remoteFix("2026-11-22T13:00", "A")), LONDON).total())
        .isEqualByComparingTo("80.00");
  }

  // Short breaks

  @Test
  void short_break_costs_no_second_call_out() {
    assertCosts("140.00", visit("2026-11-23T10:00", "2026-11-23T11:00"),
        afterAShortBreak(visit("2026-11-23T11:30", "2026-11-23T12:30")));
    assertCosts("200.00", visit("2026-11-23T10:00", "2026-11-23T11:00"),
        visit("2026-11-23T11:30", "2026-11-23T12:30"));
  }

  @Test
  void the_hours_that_the_call_out_covers_go_on_after_a_short_break() {
    Tariff tariff = tariff("A", new RateCard(List.of(rate(true, Set.of(), "60.00", "1", "40.00", 15), OUTSIDE)),
        RateCard.EMPTY, RecallCharge.FULL);
    // of the hour covered half an hour is left, which leaves a quarter of an hour to pay
    assertCosts("70.00", visit("2026-11-23T10:00", "2026-11-23T10:30", tariff),
        afterAShortBreak(visit("2026-11-23T11:00", "2026-11-23T11:45", tariff)));
    assertCosts("130.00", visit("2026-11-23T10:00", "2026-11-23T12:00", tariff),
        afterAShortBreak(visit("2026-11-23T12:30", "2026-11-23T13:15", tariff)));
  }

  // Cover

  @Test
  void a_visit_under_a_comprehensive_contract_costs_nothing_and_is_shown() {
    CalculatedCost cost = cost(with(visit("2026-11-23T10:00", "2026-11-23T11:00", covered("A")), 2, "9.99"));
    assertThat(cost.charges()).hasToString("[Visit, 23 Nov 10:00, covered by the contract: 0.00]");
  }

  @Test
  void one_contract_does_not_cover_what_somebody_else_does() {
    assertCosts("100.00", visit("2026-11-23T10:00", "2026-11-23T11:00", covered("A")),
        visit("2026-11-24T10:00", "2026-11-24T11:00", tariff("B", CARD, RateCard.EMPTY, RecallCharge.FULL)));
  }

  // Day rate

  @Test
  void a_day_rate_is_per_engineer_and_day_begun() {
    Tariff tariff = byTheDay(RecallCharge.FULL);
    assertCosts("400.00", visit("2026-11-23T10:00", "2026-11-23T11:00", tariff));
    assertCosts("812.50", with(visit("2026-11-23T09:00", "2026-11-23T17:00", tariff), 2, "12.50"));
    assertCosts("800.00", visit("2026-11-23T22:00", "2026-11-24T02:00", tariff));
    assertCosts("400.00", visit("2026-11-23T22:00", "2026-11-24T00:00", tariff));
  }

  @Test
  void hours_over_midnight_belong_to_the_day_they_were_worked_on() {
    // eight hours each day are in its fee, of the sixteen in all
    assertCosts("800.00", visit("2026-11-23T16:00", "2026-11-24T08:00", byTheDay(RecallCharge.FULL)));
  }

  @Test
  void a_visit_without_any_length_is_still_a_day() {
    assertCosts("400.00", visit("2026-11-23T10:00", "2026-11-23T10:00", byTheDay(RecallCharge.FULL)));
  }

  @Test
  void two_visits_of_one_day_are_one_day() {
    Tariff tariff = byTheDay(RecallCharge.FULL);
    assertCosts("400.00", visit("2026-11-23T09:00", "2026-11-23T11:00", tariff),
        visit("2026-11-23T15:00", "2026-11-23T17:00", tariff));
  }

  @Test
  void hours_beyond_the_day_cost_their_rate() {
    assertCosts("520.00", visit("2026-11-23T08:00", "2026-11-23T17:30", byTheDay(RecallCharge.FULL)));
  }

  @Test
  void two_contractors_on_one_day_are_each_paid_their_day() {
    assertCosts("800.00", visit("2026-11-23T09:00", "2026-11-23T11:00", byTheDay("A", RecallCharge.FULL)),
        visit("2026-11-23T15:00", "2026-11-23T17:00", byTheDay("B", RecallCharge.FULL)));
  }

  @Test
  void a_day_without_a_day_rate_is_charged_by_the_hour() {
    Rate friday = rate(null, Set.of(RateDay.FRI), "400.00", "8", "60.00", 60);
    Tariff fridays = tariff("A", CARD, new RateCard(List.of(friday)), RecallCharge.FULL);
    // no call-out on top of the day; Saturday 0:00-2:00 outside working hours at 80
    assertCosts("560.00", visit("2026-11-27T20:00", "2026-11-28T02:00", fridays));
    // Thursday 23:00-24:00 outside at 80 with its call-out, then the day
    assertCosts("570.00", visit("2026-11-26T23:00", "2026-11-27T02:00", fridays));
    assertCosts("100.00", visit("2026-11-26T10:00", "2026-11-26T11:00", fridays));
  }

  @Test
  void a_day_ends_at_midnight_of_the_site_also_when_it_has_25_hours() {
    Tariff tariff = byTheDay(RecallCharge.FULL);
    // 17 hours beyond the eight it covers, at 60
    assertCosts("1420.00", visit("2026-10-25T00:00", "2026-10-26T00:00", tariff));
    assertCosts("1300.00", visit("2026-03-29T00:00", "2026-03-30T00:00", tariff));
  }

  @Test
  void a_free_recall_is_free_by_the_day_too() {
    Tariff tariff = byTheDay(RecallCharge.PARTS_ONLY);
    assertCosts("400.00", completed(visit("2026-11-23T10:00", "2026-11-23T11:00", tariff)),
        visit("2026-11-24T10:00", "2026-11-24T11:00", tariff));
  }

  // What always holds

  @Provide
  Arbitrary<List<Attendance>> visits() {
    Arbitrary<Attendance> visit = Combinators.combine(
        Arbitraries.longs().between(0, 60 * 24 * 90), Arbitraries.integers().between(0, 60 * 30),
        Arbitraries.integers().between(1, 5), Arbitraries.integers().between(0, 99_999),
        Arbitraries.of(true, false), Arbitraries.of(RecallCharge.values()), Arbitraries.of(true, false),
        Arbitraries.of("A", "B"))
        .as((start, minutes, engineers, pennies, done, charge, byTheDay, contractor) -> {
          Instant from = at("2026-01-01T00:00").plus(Duration.ofMinutes(start));
          return new Attendance(from, from.plus(Duration.ofMinutes(minutes)), engineers,
              BigDecimal.valueOf(pennies, 2), done, false, null, true,
              byTheDay ? byTheDay(contractor, charge) : tariff(contractor, CARD, RateCard.EMPTY, charge));
        });
    return visit.list().ofMinSize(1).ofMaxSize(6).map(CalculatedCostTest::oneAfterAnother);
  }

  /** Visits of an order never overlap: each begins as long after the one before as it did after the first instant. */
  private static List<Attendance> oneAfterAnother(List<Attendance> visits) {
    List<Attendance> moved = new ArrayList<>();
    Instant free = at("2026-01-01T00:00");
    for (Attendance visit : visits) {
      Duration later = Duration.between(at("2026-01-01T00:00"), free);
      moved.add(visit.during(visit.from().plus(later), visit.to().plus(later)));
      free = visit.to().plus(later).plus(Duration.ofMinutes(1));
    }
    return moved;
  }

  @Property
  void shown_charges_add_up_to_the_penny(@ForAll("visits") List<Attendance> visits) {
    CalculatedCost cost = cost(visits);
    BigDecimal shown = cost.charges().stream()
        .map(charge -> new BigDecimal(charge.toString().replaceFirst(".*: ", "")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(shown).isEqualByComparingTo(cost.total());
    assertThat(cost.total().scale()).isEqualTo(2);
    assertThat(cost.charges()).allSatisfy(charge -> assertThat(charge.amount().signum()).isGreaterThanOrEqualTo(0));
  }

  @Property
  void the_order_in_which_visits_were_recorded_does_not_matter(
      @ForAll("visits") List<Attendance> visits, @ForAll long seed) {
    List<Attendance> shuffled = new ArrayList<>(visits);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(cost(shuffled).total()).isEqualTo(cost(visits).total());
  }

  @Property
  void parts_are_always_paid(@ForAll("visits") List<Attendance> visits) {
    BigDecimal parts = visits.stream().map(Attendance::parts).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal without =
        cost(visits.stream().map(visit -> with(visit, visit.engineers(), "0.00")).toList()).total();
    assertThat(cost(visits).total()).isEqualByComparingTo(without.add(parts));
  }

  @Property
  void staying_longer_never_costs_less(@ForAll("visits") List<Attendance> visits, @ForAll("more") int minutes) {
    Attendance last = visits.get(visits.size() - 1);
    List<Attendance> longer = new ArrayList<>(visits.subList(0, visits.size() - 1));
    longer.add(new Attendance(last.from(), last.to().plus(Duration.ofMinutes(minutes)), last.engineers(), last.parts(),
        false, false, null, true, last.tariff()));
    List<Attendance> before = new ArrayList<>(visits.subList(0, visits.size() - 1));
    before.add(new Attendance(
        last.from(), last.to(), last.engineers(), last.parts(), false, false, null, true, last.tariff()));
    assertThat(cost(longer).total()).isGreaterThanOrEqualTo(cost(before).total());
  }

  @Provide
  Arbitrary<Integer> more() {
    return Arbitraries.integers().between(0, 600);
  }
}
