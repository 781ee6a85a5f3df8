package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.jobline.platform.time.OpeningHours;
import org.jobline.platform.time.OpeningHours.Span;

class WorkingTimeTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Example
  void time_stands_still_overnight_and_over_the_weekend() {
    WorkingTime time = WorkingTime.whileOpen(List.of(officeHours(LONDON)));
    // Friday 16:00, closing at 17:00: one hour on Friday, one on Monday
    assertThat(time.due(london("2026-01-16T16:00"), Duration.ofHours(2))).isEqualTo(london("2026-01-19T10:00"));
    assertThat(time.between(london("2026-01-16T16:00"), london("2026-01-19T10:00"))).isEqualTo(Duration.ofHours(2));
    assertThat(time.between(london("2026-01-19T10:00"), london("2026-01-16T16:00"))).isEqualTo(Duration.ofHours(-2));
  }

  @Example
  void what_fits_until_closing_is_due_at_closing() {
    WorkingTime time = WorkingTime.whileOpen(List.of(officeHours(LONDON)));
    assertThat(time.due(london("2026-01-16T16:00"), Duration.ofHours(1))).isEqualTo(london("2026-01-16T17:00"));
  }

  @Example
  void a_closed_day_does_not_count() {
    OpeningHours hours = new OpeningHours(LONDON, officeHours(LONDON).week(), Set.of(LocalDate.of(2026, 4, 3)));
    WorkingTime time = WorkingTime.whileOpen(List.of(hours));
    assertThat(time.due(london("2026-04-02T16:30"), Duration.ofHours(1))).isEqualTo(london("2026-04-06T09:30"));
  }

  @Example
  void time_runs_while_the_building_or_the_contractor_is_open() {
    OpeningHours night = new OpeningHours(
        LONDON, everyDay(new Span(LocalTime.of(22, 0), LocalTime.MIDNIGHT)), Set.of());
    WorkingTime time = WorkingTime.whileOpen(List.of(officeHours(LONDON), night));
    assertThat(time.due(london("2026-01-16T16:00"), Duration.ofHours(2))).isEqualTo(london("2026-01-16T23:00"));
  }

  @Example
  void hours_of_both_are_read_in_their_own_zone() {
    WorkingTime time = WorkingTime.whileOpen(
        List.of(officeHours(LONDON), officeHours(ZoneId.of("Europe/Helsinki"))));
    // 9:00 in Helsinki is 7:00 in London
    assertThat(time.due(london("2026-01-19T00:00"), Duration.ZERO)).isEqualTo(london("2026-01-19T07:00"));
  }

  @Example
  void the_day_summer_time_begins_has_23_hours_and_the_day_it_ends_25() {
    WorkingTime time = WorkingTime.whileOpen(
        List.of(new OpeningHours(LONDON, everyDay(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)), Set.of())));
    assertThat(time.between(london("2026-03-29T00:00"), london("2026-03-30T00:00"))).isEqualTo(Duration.ofHours(23));
    assertThat(time.between(london("2026-10-25T00:00"), london("2026-10-26T00:00"))).isEqualTo(Duration.ofHours(25));
  }

  @Example
  void an_hour_that_summer_time_skips_is_not_open() {
    Span night = new Span(LocalTime.of(0, 30), LocalTime.of(2, 30));
    WorkingTime time = WorkingTime.whileOpen(List.of(new OpeningHours(LONDON, everyDay(night), Set.of())));
    assertThat(time.between(london("2026-03-29T00:00"), london("2026-03-30T00:00"))).isEqualTo(Duration.ofHours(1));
    Span skipped = new Span(LocalTime.of(1, 0), LocalTime.of(2, 0));
    WorkingTime never = WorkingTime.whileOpen(List.of(new OpeningHours(LONDON, everyDay(skipped), Set.of())));
    assertThat(never.between(london("2026-03-29T00:00"), london("2026-03-30T00:00"))).isZero();
  }

  @Example
  void a_target_over_the_change_of_the_clocks_is_due_by_the_clock_on_the_wall() {
    WorkingTime time = WorkingTime.whileOpen(List.of(officeHours(LONDON)));
    assertThat(time.due(london("2026-03-27T16:00"), Duration.ofHours(2))).isEqualTo(london("2026-03-30T10:00"));
    assertThat(time.due(london("2026-10-23T16:00"), Duration.ofHours(2))).isEqualTo(london("2026-10-26T10:00"));
  }

  @Example
  void around_the_clock_every_hour_counts() {
    assertThat(WorkingTime.aroundTheClock().due(london("2026-03-28T12:00"), Duration.ofHours(24)))
        .isEqualTo(london("2026-03-29T13:00"));
    assertThat(WorkingTime.whileOpen(List.of(new OpeningHours(LONDON, Map.of(), Set.of())))
        .due(london("2026-01-17T12:00"), Duration.ofHours(1))).isEqualTo(london("2026-01-17T13:00"));
  }

  @Example
  void three_quarters_are_used_up_in_working_time_and_out_of_hours_in_elapsed_time() {
    WorkingTime time = WorkingTime.whileOpen(List.of(officeHours(LONDON)));
    assertThat(time.usedUp(0.75, london("2026-01-16T15:00"), london("2026-01-19T11:00")))
        .isEqualTo(london("2026-01-19T10:00"));
    assertThat(time.usedUp(0.75, london("2026-01-17T12:00"), london("2026-01-17T16:00")))
        .isEqualTo(london("2026-01-17T15:00"));
  }

  @Property
  void due_of_zero_is_the_first_open_instant(
      @ForAll("calendars") List<OpeningHours> calendars, @ForAll("instants") Instant start) {
    Instant due = WorkingTime.whileOpen(calendars).due(start, Duration.ZERO);
    assertThat(due).isAfterOrEqualTo(start);
    assertThat(calendars).anyMatch(hours -> hours.isOpen(due));
    assertThat(WorkingTime.whileOpen(calendars).between(start, due)).isZero();
  }

  @Property
  void as_much_time_runs_until_due_as_was_asked_for(
      @ForAll("calendars") List<OpeningHours> calendars,
      @ForAll("instants") Instant start,
      @ForAll("durations") Duration duration) {
    WorkingTime time = WorkingTime.whileOpen(calendars);
    assertThat(time.between(start, time.due(start, duration))).isEqualTo(duration);
  }

  @Property
  void a_longer_target_or_a_later_start_is_never_due_earlier(
      @ForAll("calendars") List<OpeningHours> calendars,
      @ForAll("instants") Instant start,
      @ForAll("durations") Duration shorter,
      @ForAll("durations") Duration more) {
    WorkingTime time = WorkingTime.whileOpen(calendars);
    assertThat(time.due(start, shorter.plus(more))).isAfterOrEqualTo(time.due(start, shorter));
    assertThat(time.due(start.plus(more), shorter)).isAfterOrEqualTo(time.due(start, shorter));
  }

  @Property
  void durations_add_up(
      @ForAll("calendars") List<OpeningHours> calendars,
      @ForAll("instants") Instant start,
      @ForAll("durations") Duration first,
      @ForAll("durations") Duration second) {
    Assume.that(!second.isZero());
    WorkingTime time = WorkingTime.whileOpen(calendars);
    assertThat(time.due(time.due(start, first), second)).isEqualTo(time.due(start, first.plus(second)));
  }

  @Property
  void another_open_calendar_never_makes_a_target_later(
      @ForAll("calendars") List<OpeningHours> calendars,
      @ForAll("instants") Instant start,
      @ForAll("durations") Duration duration) {
    List<OpeningHours> first = calendars.subList(0, 1);
    assertThat(WorkingTime.whileOpen(calendars).due(start, duration))
        .isBeforeOrEqualTo(WorkingTime.whileOpen(first).due(start, duration));
  }

  @Provide
  Arbitrary<Instant> instants() {
    // around both changes of the clocks as well as on ordinary days
    return Arbitraries.oneOf(
        DateTimes.instants().between(Instant.parse("2026-03-26T00:00:00Z"), Instant.parse("2026-04-02T00:00:00Z")),
        DateTimes.instants().between(Instant.parse("2026-10-22T00:00:00Z"), Instant.parse("2026-10-28T00:00:00Z")),
        DateTimes.instants().between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-12-31T00:00:00Z")));
  }

  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.longs().between(0, 20_000).map(Duration::ofMinutes);
  }

  @Provide
  Arbitrary<List<OpeningHours>> calendars() {
    return hours().list().ofMinSize(1).ofMaxSize(2);
  }

  private Arbitrary<OpeningHours> hours() {
    Arbitrary<ZoneId> zones = Arbitraries.of(
        LONDON, ZoneId.of("Europe/Dublin"), ZoneId.of("America/New_York"), ZoneId.of("Australia/Lord_Howe"));
    Arbitrary<Map<DayOfWeek, List<Span>>> weeks =
        Arbitraries.maps(Arbitraries.of(DayOfWeek.class), spans()).ofMinSize(1);
    Arbitrary<Set<LocalDate>> closed = Arbitraries.of(
        LocalDate.of(2026, 3, 29), LocalDate.of(2026, 4, 3), LocalDate.of(2026, 10, 25), LocalDate.of(2026, 12, 25))
        .set();
    return Combinators.combine(zones, weeks, closed).as(OpeningHours::new);
  }

  private static Arbitrary<List<Span>> spans() {
    return Arbitraries.integers().between(0, 95).set().ofMinSize(2).ofMaxSize(4).map(quarters -> {
      List<Integer> sorted = quarters.stream().sorted().toList();
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i + 1 < sorted.size(); i += 2) {
        spans.add(new Span(quarter(sorted.get(i)), quarter(sorted.get(i + 1) == 95 ? 0 : sorted.get(i + 1))));
      }
      return spans;
    });
  }

  private static LocalTime quarter(int quarters) {
    return LocalTime.of(quarters / 4, quarters % 4 * 15);
  }

  private static OpeningHours officeHours(ZoneId zone) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(new Span(LocalTime.of(9, 0), LocalTime.of(17, 0))));
      }
    }
    return new OpeningHours(zone, week, Set.of());
  }

  private static Map<DayOfWeek, List<Span>> everyDay(Span span) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, List.of(span));
    }
    return week;
  }

  private static Instant london(String wall) {
    return java.time.LocalDateTime.parse(wall).atZone(LONDON).toInstant();
  }
}
