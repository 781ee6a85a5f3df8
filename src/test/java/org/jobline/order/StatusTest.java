package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jobline.fixture.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a status number reads (domain/statuses.md). */
class StatusTest {

  @Test
  void number_has_stage_type_and_variant() {
    StatusCode code = new StatusCode("1.23");
    assertThat(code.stage()).isEqualTo(1);
    assertThat(code.digit()).isEqualTo('2');
    assertThat(code.variant()).isEqualTo('3');
    assertThat(code.withoutType()).isEqualTo("1.x3");
    assertThat(code).hasToString("1.23");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"6.00", "1.a0", "1.x3", "1.0", "1.003", "1,03", "103", " 1.03", "1.03\n"})
  void invalid_status_code_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StatusCode(text)).withMessageEndingWith("not " + text);
  }

  @ParameterizedTest
  @CsvSource({"0,1.03", "1,1.13", "3,1.33", "9,1.93"})
  void milestone_of_a_shared_diagram_takes_the_digit_of_the_order(char digit, String code) {
    OrderType type = OrderType.ofLifecycle("any", "X", digit);
    assertThat(Status.ofMilestone("1.x3 Pending acceptance", type)).hasToString(code + " Pending acceptance");
  }

  @Test
  void milestone_of_one_type_keeps_its_digit() {
    assertThat(Status.ofMilestone("4.22 Job incomplete", Types.REACTIVE).code()).isEqualTo(new StatusCode("4.22"));
  }

  @Test
  void name_that_is_drawn_in_lines_reads_as_one() {
    assertThat(Status.ofMilestone(" 4.x0 Attendance paused\n - temporary  fix ", Types.REACTIVE).name())
        .isEqualTo("Attendance paused - temporary fix");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "1.x3", "1.x3 ", "Pending acceptance", "6.x3 Pending acceptance", "1.y3 Pending acceptance"})
  void event_without_number_and_name_is_no_milestone(String name) {
    assertThat(Status.isMilestone(name)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> Status.ofMilestone(name, Types.REACTIVE))
        .withMessage("\"" + name + "\" isn't a milestone: it must begin with a status number");
  }

  @Test
  void milestone_is_known_by_its_name() {
    assertThat(Status.isMilestone("1.x3 Pending acceptance")).isTrue();
    assertThat(Status.isMilestone(null)).isFalse();
  }
}
