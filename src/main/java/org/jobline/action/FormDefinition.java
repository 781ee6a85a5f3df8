package org.jobline.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * A deployed Camunda Form: the JSON Tasklist shows, and the fields the server checks by it.
 *
 * @param json as deployed
 */
record FormDefinition(JsonNode json, List<FormField> fields) {

  /** Property of a field that takes several files; one that takes one is a text. */
  private static final String SEVERAL = "several";
  private static final String FILED_AS = "filedAs";
  /** Property of a tick that is put to the agent beside something else. */
  private static final String CONFIRMS = "confirms";
  /** What a tick confirms that is put beside a date far away; any other value names a summary. */
  private static final String FAR = "far";
  private static final Map<String, FormField.Type> INPUTS = Map.of(
      "textfield", FormField.Type.TEXT,
      "textarea", FormField.Type.TEXT,
      "select", FormField.Type.TEXT,
      "radio", FormField.Type.TEXT,
      "number", FormField.Type.NUMBER,
      "checkbox", FormField.Type.TICK,
      "checklist", FormField.Type.LIST,
      "taglist", FormField.Type.LIST);

  static FormDefinition read(JsonNode json) {
    List<FormField> fields = new ArrayList<>();
    collect(json.path("components"), fields);
    return new FormDefinition(json, List.copyOf(fields));
  }

  Optional<FormField> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** The keys of what is about persons, which is kept where it can be erased. */
  Set<String> personalFields() {
    return fields.stream().filter(FormField::isPersonal).map(FormField::key).collect(Collectors.toSet());
  }

  /** By key of a field, the type of document that files are kept as. */
  Map<String, String> typesOfDocuments() {
    return fields.stream().filter(field -> field.filedAs() != null)
        .collect(Collectors.toMap(FormField::key, field -> Objects.requireNonNull(field.filedAs())));
  }

  /** The name of the summary that is confirmed before the action counts; empty where there is none. */
  Optional<String> summary() {
    return json.path("components").findValuesAsText(CONFIRMS).stream().filter(confirmed -> !confirmed.equals(FAR)).findFirst();
  }

  /**
   * What a client of the engine's own API submitted as variables: taken off the process, since the fields belong to the
   * action.
   */
  Submission takeFrom(DelegateExecution execution) {
    Map<String, Object> submitted = new LinkedHashMap<>();
    for (FormField field : fields) {
      if (execution.hasVariable(field.key())) {
        submitted.put(field.key(), execution.getVariable(field.key()));
        execution.removeVariable(field.key());
      }
    }
    return Submission.of(submitted);
  }

  private static void collect(JsonNode components, List<FormField> fields) {
    for (JsonNode component : components) {
      String type = component.path("type").asText();
      if (type.equals("group")) {
        collect(component.path("components"), fields);
      } else if (type.equals("datetime")) {
        boolean dateOnly = component.path("subtype").asText().equals("date");
        fields.add(field(component, dateOnly ? FormField.Type.DATE : FormField.Type.INSTANT));
      } else if (component.path("properties").path(SEVERAL).asBoolean()) {
        fields.add(field(component, FormField.Type.LIST));
      } else if (INPUTS.containsKey(type)) {
        fields.add(field(component, INPUTS.get(type)));
      }
    }
  }

  private static FormField field(JsonNode component, FormField.Type type) {
    JsonNode validate = component.path("validate");
    List<String> values = new ArrayList<>();
    component.path("values").forEach(value -> values.add(value.path("value").asText()));
    String pickList = component.path("valuesKey").asText(component.path("properties").path("pickList").asText(null));
    String pattern = validate.path("pattern").asText(null);
    JsonNode properties = component.path("properties");
    String hide = component.path("conditional").path("hide").asText(null);
    return new FormField(
        component.path("key").asText(),
        type,
        label(component),
        validate.path("required").asBoolean(),
        integer(validate.path("minLength")),
        integer(validate.path("maxLength")),
        decimal(validate.path("min")),
        decimal(validate.path("max")),
        integer(component.path("decimalDigits")),
        pattern == null || pattern.isEmpty() ? null : Pattern.compile(pattern),
        List.copyOf(values),
        pickList,
        component.has("valuesKey"),
        component.path("properties").path("overwrites").asText(null),
        component.path("properties").path("overwritesOf").asText(null),
        hide == null || hide.isBlank() ? null : hide.replaceFirst("^=", ""),
        properties.has(FormRows.PROPERTY)
            ? FormRows.of(properties.path(FormRows.PROPERTY).asText(), properties.path(FormRows.FIXED).asBoolean())
            : null,
        properties.path(SEVERAL).asBoolean(),
        properties.path(FILED_AS).asText(null),
        component.path("properties").path("personal").asBoolean());
  }

  private static String label(JsonNode component) {
    return component.path("label").asText(
        component.path("dateLabel").asText(component.path("dateTimeLabel").asText(component.path("key").asText())));
  }

  private static @Nullable Integer integer(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asInt();
  }

  private static @Nullable BigDecimal decimal(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : new BigDecimal(node.asText());
  }
}
