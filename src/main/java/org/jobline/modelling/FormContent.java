package org.jobline.modelling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.FormRows;

/** Reads the JSON of a form. */
final class FormContent {

  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Map<String, FieldRead.Kind> KINDS = Map.of(
      "textfield", FieldRead.Kind.TEXT, "textarea", FieldRead.Kind.TEXT, "select", FieldRead.Kind.TEXT,
      "radio", FieldRead.Kind.TEXT, "number", FieldRead.Kind.NUMBER, "checkbox", FieldRead.Kind.TICK,
      "checklist", FieldRead.Kind.LIST, "taglist", FieldRead.Kind.LIST);

  private FormContent() {}

  /**
   * A field as it is shown and checked.
   *
   * @param values what may be chosen; empty when it is no choice, or one from a pick list
   * @param list name of the pick list
   * @param hiddenIf in FEEL
   */
  record Field(
      FieldRead.Kind kind, boolean isRequired, List<String> values, Optional<String> list, List<String> columns,
      Optional<String> hiddenIf) {}

  /** @throws IOException when it is none */
  static JsonNode read(byte[] content) throws IOException {
    return JSON.readTree(content);
  }

  /** The keys of all fields; none when it cannot be read. */
  static List<String> keys(byte[] content) {
    List<String> keys = new ArrayList<>();
    try {
      read(content).path("components").findValuesAsText("key", keys);
    } catch (IOException e) {
      return List.of();
    }
    return keys;
  }

  /** All fields by their keys; empty when it cannot be read. */
  static Optional<Map<String, Field>> fields(byte[] content) {
    Map<String, Field> fields = new LinkedHashMap<>();
    try {
      for (JsonNode component : read(content).path("components")) {
        kind(component).ifPresent(kind -> fields.putIfAbsent(component.path("key").asText(), field(component, kind)));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(fields);
  }

  private static Optional<FieldRead.Kind> kind(JsonNode component) {
    String type = component.path("type").asText();
    if (type.equals("datetime")) {
      return Optional.of(component.path("subtype").asText().equals("date")
          ? FieldRead.Kind.DATE : FieldRead.Kind.INSTANT);
    }
    if (component.path("properties").path("several").asBoolean()) {
      return Optional.of(FieldRead.Kind.FILES);
    }
    return Optional.ofNullable(KINDS.get(type));
  }

  private static Field field(JsonNode component, FieldRead.Kind kind) {
    List<String> values = new ArrayList<>();
    component.path("values").forEach(value -> values.add(value.path("value").asText()));
    return new Field(
        kind, component.path("validate").path("required").asBoolean(), List.copyOf(values),
        Optional.ofNullable(
            component.path("valuesKey").asText(component.path("properties").path("pickList").asText(null))),
        columns(component.path("properties")),
        Optional.of(component.path("conditional").path("hide").asText("").replaceFirst("^=", ""))
            .filter(hide -> !hide.isBlank()));
  }

  /** The kinds of a table's columns that can be filled in; none when they cannot be read, which another check tells. */
  private static List<String> columns(JsonNode properties) {
    try {
      return properties.has(FormRows.PROPERTY)
          ? FormRows.of(properties.path(FormRows.PROPERTY).asText(), properties.path(FormRows.FIXED).asBoolean())
              .enteredKinds()
          : List.of();
    } catch (IllegalArgumentException unreadable) {
      return List.of();
    }
  }
}
