package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jobline.lifecycle.assignment.WantedSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

  private static WantedSchedule wanted(Map<String, Object> values, Set<String> asked) {
    return WantedSchedule.of(new Fields(values, Set.of(), Set.of(), Map.of(), asked, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"stop-job, Photograph", "set-estimate, Estimate"})
  void what_files_are_kept_as_stands_in_the_form(String form, String type) throws IOException {
    JsonNode json = new ObjectMapper().readTree(Path.of("forms", form + ".form").toFile());
    assertThat(FormDefinition.read(json).typesOfDocuments()).isEqualTo(Map.of("file", type));
    Fields fields = new Fields(Map.of(), Set.of(), Set.of(), Map.of(), Set.of("file"), Map.of("file", type));
    assertThat(fields.filedAs("file")).contains(type);
    assertThat(fields.filedAs("other")).isEmpty();
  }

  @Test
  void a_form_from_before_the_last_release_need_not_confirm_what_it_does_not_ask() {
    assertThat(wanted(Map.of(), Set.of("scheduleKind")).isFarConfirmed()).isTrue();
    assertThat(wanted(Map.of(), Set.of("scheduleKind", "confirmFar")).isFarConfirmed()).isFalse();
    assertThat(wanted(Map.of("confirmFar", true), Set.of("scheduleKind", "confirmFar")).isFarConfirmed()).isTrue();
  }
}
