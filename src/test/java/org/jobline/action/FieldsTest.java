package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jobline.lifecycle.assignment.WantedSchedule;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private static WantedSchedule wanted(Map<String, Object> values, Set<String> asked) {
    return WantedSchedule.of(new Fields(values, Set.of(), Set.of(), Map.of(), asked));
  }

  @Test
  void a_form_from_before_the_last_release_need_not_confirm_what_it_does_not_ask() {
    assertThat(wanted(Map.of(), Set.of("scheduleKind")).isFarConfirmed()).isTrue();
    assertThat(wanted(Map.of(), Set.of("scheduleKind", "confirmFar")).isFarConfirmed()).isFalse();
    assertThat(wanted(Map.of("confirmFar", true), Set.of("scheduleKind", "confirmFar")).isFarConfirmed()).isTrue();
  }
}
