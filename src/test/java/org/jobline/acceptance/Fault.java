package org.jobline.acceptance;

import static org.jobline.fixture.Given.but;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Something a form does not allow.
 *
 * @param field the field the refusal must name
 */
record Fault(String field, Map<String, Object> fields) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every way the form of an action can be filled in wrongly, one field at a time, but for fields that may be hidden. */
  static List<Fault> of(String action, Map<String, Object> valid) {
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault("statusCode", but(valid, "statusCode", "5.02")));
    for (JsonNode component : components(action)) {
      if (component.path("key").isTextual() && !component.has("conditional")) {
        String key = component.path("key").asText();
        if (component.path("validate").path("required").asBoolean()) {
          faults.add(new Fault(key, but(valid, key, null)));
          faults.add(new Fault(key, but(valid, key, "  ")));
        }
        wrong(component).forEach(value -> faults.add(new Fault(key, but(valid, key, value))));
      }
    }
    return faults;
  }

  static Fault any(String action, Map<String, Object> valid, Random random) {
    List<Fault> faults = of(action, valid);
    return faults.get(random.nextInt(faults.size()));
  }

  private static List<Object> wrong(JsonNode component) {
    return switch (component.path("type").asText()) {
      case "textfield", "textarea" -> List.of(
          "x".repeat(component.path("validate").path("maxLength").asInt(4000) + 1), "a\0b", List.of("a"), Map.of("a", 1));
      case "select", "radio" -> List.of("none of these", List.of("a"), true);
      case "checklist" -> List.of("no list", List.of("none of these"));
      case "number" -> List.of("many", "1e400", -1, "12,5", List.of(1));
      case "checkbox" -> List.of("maybe", 1, List.of(true));
      case "datetime" -> List.of("tomorrow", "2026-13-45T00:00:00Z", "9999-01-01T00:00:00Z", 17);
      default -> List.of();
    };
  }

  private static JsonNode components(String action) {
    try (InputStream form = Fault.class.getResourceAsStream("/forms/" + action + ".form")) {
      return JSON.readTree(form).path("components");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
