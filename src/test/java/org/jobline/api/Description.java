package org.jobline.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The description of the API, read by its own rules: what is called, and whether an answer is what it says. */
record Description(JsonNode document) {

  /** A call: its method with its path, and what is said of it. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method ->
        operations.put(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    return operations;
  }

  JsonNode operation(String call) {
    return operations().get(call);
  }

  JsonNode schema(String name) {
    return document.at("/components/schemas/" + name);
  }

  /** What a reference stands for; anything else stands for itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  List<JsonNode> parameters(JsonNode operation) {
    return StreamSupport.stream(operation.path("parameters").spliterator(), false).map(this::resolved).toList();
  }

  JsonNode answer(JsonNode operation, int status) {
    return resolved(operation.path("responses").path(String.valueOf(status)));
  }

  /** Everything in the document, with where it stands. */
  void walk(BiConsumer<String, JsonNode> visitor) {
    walk("", document, visitor);
  }

  private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(place, node);
    node.properties().forEach(entry -> walk(place + "/" + entry.getKey(), entry.getValue(), visitor));
    if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        walk(place + "/" + index, node.get(index), visitor);
      }
    }
  }

  /** What about an answer is not as described: what is missing, unknown, or of another type. */
  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check("", resolved(schema), value, faults);
    return faults;
  }

  private void check(String place, JsonNode schema, JsonNode value, List<String> faults) {
    String type = schema.path("type").asText();
    boolean fits = switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      default -> schema.isEmpty();
    };
    if (!fits) {
      faults.add(place + " is no " + type + ": " + value);
    } else if (value.isObject()) {
      checkObject(place, schema, value, faults);
    } else if (value.isArray()) {
      value.forEach(item -> check(place + "[]", resolved(schema.path("items")), item, faults));
    } else if (value.isTextual()) {
      checkText(place, schema, value.asText(), faults);
    }
  }

  private void checkObject(String place, JsonNode schema, JsonNode value, List<String> faults) {
    schema.path("required").forEach(name -> {
      if (!value.has(name.asText())) {
        faults.add(place + "/" + name.asText() + " is missing");
      }
    });
    value.properties().forEach(entry -> {
      String inside = place + "/" + entry.getKey();
      JsonNode known = schema.path("properties").path(entry.getKey());
      JsonNode others = schema.path("additionalProperties");
      if (!known.isMissingNode()) {
        check(inside, resolved(known), entry.getValue(), faults);
      } else if (others.isObject()) {
        check(inside, resolved(others), entry.getValue(), faults);
      } else if (!others.asBoolean()) {
        faults.add(inside + " is not known");
      }
    });
  }

  private static void checkText(String place, JsonNode schema, String value, List<String> faults) {
    boolean fits = schema.path("enum").isMissingNode()
        || StreamSupport.stream(schema.path("enum").spliterator(), false).anyMatch(one -> one.asText().equals(value));
    String format = switch (schema.path("format").asText()) {
      case "date-time" -> "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)";
      case "date" -> "\\d{4}-\\d\\d-\\d\\d";
      case "uuid" -> "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
      case "duration" -> "-?P.+";
      default -> ".*";
    };
    if (!fits || !Pattern.compile(format, Pattern.DOTALL).matcher(value).matches()
        || schema.has("pattern") && !Pattern.compile(schema.path("pattern").asText()).matcher(value).find()) {
      faults.add(place + " is not as described: " + value);
    }
  }
}
