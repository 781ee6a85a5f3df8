package org.jobline.lifecycle.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two visits are one, and when they cannot both be. */
class VisitTest {

  private static final Duration SHORT = Duration.ofMinutes(90);

  private static Instant at(String time) {
    return Instant.parse("2026-11-27T" + time + ":00Z");
  }

  private static Visit from(String time, String contractor) {
    return Visit.started("R-100245", contractor, false, "Eve", null, 1, null, at(time));
  }

  private static Visit brokenOff(String start, String stop, String reason) {
    return from(start, "ALPHA").stopped(at(stop), "revisit required", List.of(reason), BigDecimal.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"10:00,true", "11:30,true", "11:31,false"})
  void visit_within_a_short_break_goes_on_with_the_one_before(String start, boolean resumes) {
    assertThat(from(start, "ALPHA").resumes(brokenOff("09:00", "10:00", "short break"), SHORT)).isEqualTo(resumes);
  }

  @Test
  void visit_for_another_reason_or_by_somebody_else_is_one_of_its_own() {
    assertThat(from("10:30", "ALPHA").resumes(brokenOff("09:00", "10:00", "parts"), SHORT)).isFalse();
    assertThat(from("10:30", "BETA").resumes(brokenOff("09:00", "10:00", "short break"), SHORT)).isFalse();
    assertThat(from("10:30", null).resumes(brokenOff("09:00", "10:00", "short break"), SHORT)).isFalse();
    assertThat(from("10:30", "ALPHA").resumes(from("09:00", "ALPHA"), SHORT)).as("still on site").isFalse();
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "08:00,09:00,false", "08:00,09:01,true", "09:15,09:30,true", "09:59,11:00,true", "10:00,11:00,false",
      "08:00,11:00,true", "08:00,-,true", "10:00,-,false"})
  void visit_that_ends_when_another_begins_does_not_overlap_it(String start, String stop, boolean overlaps) {
    Visit visit = brokenOff("09:00", "10:00", "parts");
    assertThat(visit.overlaps(at(start), stop == null ? null : at(stop), at("12:00"))).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({"11:00,11:30,true", "12:00,13:00,false", "08:00,09:00,false"})
  void visit_under_way_lasts_until_now(String start, String stop, boolean overlaps) {
    assertThat(from("09:00", "ALPHA").overlaps(at(start), at(stop), at("12:00"))).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({"completed,true", "revisit required,false", "not completed,false"})
  void only_what_was_completed_is_done(String outcome, boolean done) {
    assertThat(from("09:00", "ALPHA").stopped(at("10:00"), outcome, List.of(), BigDecimal.TEN).completed())
        .isEqualTo(done);
  }

  @Test
  void amended_visit_keeps_everything_but_its_times_and_people() {
    Visit visit = brokenOff("09:00", "10:00", "parts");
    Visit amended = visit.at(at("08:30"), at("09:45")).attendedBy(3);
    assertThat(amended).usingRecursiveComparison().ignoringFields("startedAt", "stoppedAt", "attending")
        .isEqualTo(visit);
    assertThat(amended.startedAt()).isEqualTo(at("08:30"));
    assertThat(amended.stoppedAt()).isEqualTo(at("09:45"));
    assertThat(amended.attending()).isEqualTo(3);
  }

  @Test
  void visit_is_open_until_it_is_stopped() {
    assertThat(from("09:00", "ALPHA").isOpen()).isTrue();
    assertThat(brokenOff("09:00", "10:00", "parts").isOpen()).isFalse();
  }
}
