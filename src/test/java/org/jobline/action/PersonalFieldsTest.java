package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A form says which of its fields are about persons. */
class PersonalFieldsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where persons are named in our forms. */
  private static final Set<String> NAMES = Set.of("contactName", "contactPhone", "spokeTo", "callerName", "who", "engineer",
      "reportedBy", "decidedBy", "fixedBy", "numberTried");

  @Test
  void field_is_personal_when_its_form_says_so() throws IOException {
    FormDefinition form = FormDefinition.read(JSON.readTree("""
        {"components": [
          {"type": "textfield", "key": "caller", "properties": {"personal": "true"}},
          {"type": "group", "components": [{"type": "textarea", "key": "story", "properties": {"personal": "true"}}]},
          {"type": "textfield", "key": "meter", "properties": {"personal": "false"}},
          {"type": "number", "key": "value"}]}"""));
    assertThat(form.personalFields()).containsExactlyInAnyOrder("caller", "story");
  }

  static List<Path> forms() throws IOException {
    try (Stream<Path> forms = Files.list(Path.of("forms"))) {
      return forms.filter(form -> form.toString().endsWith(".form")).sorted().toList();
    }
  }

  /** A text area may name anybody; one that never does says {@code "personal": "false"}. */
  @ParameterizedTest
  @MethodSource("forms")
  void form_says_of_its_names_and_free_text_whether_they_are_personal(Path form) throws IOException {
    check(JSON.readTree(form.toFile()).path("components"));
  }

  private static void check(JsonNode components) {
    components.forEach(component -> {
      String key = component.path("key").asText();
      if (component.path("type").asText().equals("textarea") || NAMES.contains(key)) {
        assertThat(component.path("properties").path("personal").asText()).as(key).isIn("true", "false");
      }
      check(component.path("components"));
    });
  }
}
