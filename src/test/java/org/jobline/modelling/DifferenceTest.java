package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process owner is shown of a file before deciding. */
class DifferenceTest {

  private static List<Difference> after(String file, String pattern, String replacement) throws IOException {
    String released = Files.readString(Path.of(file));
    String own = released.replaceAll(pattern, replacement);
    assertThat(own).isNotEqualTo(released);
    return between(file, own, released);
  }

  private static List<Difference> between(String file, String own, String released) {
    return Difference.between(file, own.getBytes(StandardCharsets.UTF_8), released.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void changed_name_is_told_at_its_element() throws IOException {
    assertThat(after("processes/stages/assignment.bpmn", "1\\.x3 Pending acceptance", "1.x3 Waiting"))
        .singleElement().satisfies(difference -> {
          assertThat(difference.element()).isEqualTo("status_1_x3");
          assertThat(difference.inForce()).contains("name=\"1.x3 Waiting\"");
          assertThat(difference.release()).contains("name=\"1.x3 Pending acceptance\"");
        });
  }

  @Test
  void missing_element_has_no_words_of_its_own() throws IOException {
    assertThat(after("processes/stages/assignment.bpmn",
        "(?s)<bpmn:serviceTask id=\"sendAssignEmail\".*?</bpmn:serviceTask>", ""))
        .singleElement().satisfies(difference -> {
          assertThat(difference.element()).isEqualTo("sendAssignEmail");
          assertThat(difference.inForce()).isNull();
        });
  }

  @Test
  void moved_pieces_and_templates_are_no_difference() throws IOException {
    assertThat(after("processes/stages/assignment.bpmn", "<dc:Bounds x=\"\\d+\"", "<dc:Bounds x=\"7\"")).isEmpty();
    assertThat(after("processes/stages/assignment.bpmn",
        "modelerTemplateVersion=\"\\d+\"", "modelerTemplateVersion=\"0\"")).isEmpty();
  }

  @Test
  void field_of_a_form_is_told_by_its_key() throws IOException {
    assertThat(after("forms/accept-job.form", "\"label\": \"Accepted by\"", "\"label\": \"Who?\""))
        .extracting(Difference::element).containsExactly("spokeTo");
  }

  @Test
  void text_of_a_translation_is_told_by_what_it_is_in_english() throws IOException {
    assertThat(after("forms/texts.de.json", "\"Auftrag annehmen\"", "\"Auftrag zusagen\""))
        .containsExactly(new Difference("actions: Accept Job", "Auftrag zusagen", "Auftrag annehmen"));
  }

  @Test
  void cell_of_a_table_is_told() throws IOException {
    assertThat(after("processes/decisions/sla-targets.dmn", "\"PT4H\"", "\"PT7H\"")).isNotEmpty()
        .allSatisfy(difference -> assertThat(difference.inForce()).contains("PT7H"));
  }

  @Test
  void file_that_cannot_be_read_is_no_error() {
    assertThat(between("a.form", "{", "{}")).isNotEmpty();
    assertThat(between("a.bpmn", "<a", "<a id=\"b\"/>")).isNotEmpty();
  }
}
