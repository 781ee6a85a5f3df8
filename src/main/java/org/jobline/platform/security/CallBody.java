package org.jobline.platform.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jobline.platform.error.FieldError;
import org.springframework.util.StringUtils;

/** What the body of a call of the engine may say. Whether it knows the rest, and of which type it is, the engine checks. */
enum CallBody {

  NOTHING {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      return unknown(body, Set.of());
    }
  },

  /** Conditions of a list. Nothing in it is evaluated: {@link EngineRequests} has seen to it. */
  QUERY {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      return comparisons(body);
    }
  },

  /**
   * Conditions of a list of Cockpit. It reads whatever is there into the very parameters of its SQL, checks of
   * authorization and pieces of the statement included, so that nothing may be there but what its pages ask.
   */
  COCKPIT {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      Stream<FieldError> pages = Stream.of("firstResult", "maxResults")
          .filter(name -> body.has(name) && !(body.path(name).isInt() && body.path(name).intValue() >= 0))
          .map(name -> new FieldError(name, "must be a whole number of 0 or more."));
      return Stream.of(unknown(body, ASKED_BY_COCKPIT), pages, comparisons(body)).flatMap(complaints -> complaints);
    }
  },

  /** A user, a group, a right: the engine takes what belongs to it. */
  ENTITY {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      return body.isEmpty() ? Stream.of(new FieldError("body", "can't be empty.")) : Stream.empty();
    }
  },

  /** A new right: the engine takes it for granted that two numbers are there. */
  RIGHT {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      return Stream.of("type", "resourceType").filter(name -> !body.path(name).isInt())
          .map(name -> new FieldError(name, "must be a whole number."));
    }
  },

  /** A saved list of tasks, with the expressions of one. */
  LIST {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      return comparisons(body);
    }
  },

  /** A deployment, which is no JSON. */
  FILES {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      return Stream.of(new FieldError("body", "must be the files of a deployment, as multipart/form-data."));
    }
  },

  CLAIM {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      boolean isOwn = body.path("userId").isTextual() && body.path("userId").textValue().equals(caller);
      return Stream.concat(unknown(body, Set.of("userId")), isOwn ? Stream.empty()
          : Stream.of(new FieldError("userId", "must be \"" + caller + "\": you can only claim a task for yourself.")));
    }
  },

  /** The fields of a form, as variables of the plain types. */
  FORM {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      JsonNode variables = body.path("variables");
      Stream<FieldError> others = unknown(body, Set.of("variables", BUSINESS_KEY));
      Stream<FieldError> number = body.hasNonNull(BUSINESS_KEY) ? Stream.of(new FieldError(BUSINESS_KEY,
          "can't be set: an order gets its number when it is logged.")) : Stream.empty();
      Stream<FieldError> fields = variables.isMissingNode() || variables.isNull() ? Stream.empty()
          : variables.isObject() ? variables.properties().stream().flatMap(CallBody::variable)
          : Stream.of(new FieldError("variables", "must be an object of fields, each with its value."));
      return Stream.of(number, others, fields).flatMap(complaints -> complaints);
    }
  },

  RETRIES {
    @Override
    Stream<FieldError> complaints(JsonNode body, String caller) {
      JsonNode retries = body.path("retries");
      boolean isSensible = retries.isInt() && retries.intValue() >= 1 && retries.intValue() <= MAX_RETRIES;
      return Stream.concat(unknown(body, Set.of("retries", "dueDate")), isSensible ? Stream.empty()
          : Stream.of(new FieldError("retries", "must be a whole number from 1 to " + MAX_RETRIES + ".")));
    }
  };

  private static final String BUSINESS_KEY = "businessKey";
  private static final int MAX_RETRIES = 10;
  private static final Set<String> ASKED_BY_COCKPIT = Set.of("id", "processDefinitionId", "parentProcessDefinitionId",
      "superProcessDefinitionId", "parentProcessInstanceId", "processDefinitionIdIn", "processInstanceIdIn",
      "activityIdIn", "activityInstanceIdIn", "businessKey", "startedAfter", "startedBefore", "withIncident",
      "variables", "sortBy", "sortOrder", "firstResult", "maxResults");
  private static final Pattern COMPARED = Pattern.compile("(?:\\w*V|v)ariable(?:s|Values)");
  private static final int MAX_NAME = 255;
  /** Nothing that is made into an object of a class the client names, and no file. */
  private static final Set<String> TYPES =
      Set.of("String", "Boolean", "Short", "Integer", "Long", "Double", "Date", "Json", "Null");

  /** @return what is wrong, in words that say what would be right */
  Stream<FieldError> complaints(JsonNode body, String caller) {
    return Stream.empty();
  }

  private static Stream<FieldError> unknown(JsonNode body, Set<String> known) {
    return body.properties().stream().map(Map.Entry::getKey).filter(key -> !known.contains(key)).sorted()
        .map(key -> new FieldError(shortened(key), known.isEmpty()
            ? "isn't known here: this call has no body."
            : "isn't known here; known are " + String.join(", ", known.stream().sorted().toList()) + "."));
  }

  /** The engine stumbles over a variable that is not compared with anything. */
  private static Stream<FieldError> comparisons(JsonNode body) {
    Stream<FieldError> within = Stream.of(body).filter(JsonNode::isContainerNode)
        .flatMap(node -> StreamSupport.stream(node.spliterator(), false)).flatMap(CallBody::comparisons);
    Stream<FieldError> own = body.properties().stream()
        .filter(property -> COMPARED.matcher(property.getKey()).matches() && property.getValue().isArray())
        .filter(property -> StreamSupport.stream(property.getValue().spliterator(), false)
            .anyMatch(variable -> !variable.path("operator").isTextual()))
        .map(property -> new FieldError(property.getKey(), "must have name, operator and value of each variable."));
    return Stream.concat(own, within);
  }

  private static Stream<FieldError> variable(Map.Entry<String, JsonNode> variable) {
    String name = variable.getKey();
    if (name.isBlank() || name.length() > MAX_NAME) {
      return Stream.of(new FieldError(shortened(name), "isn't a field name: 1 to 255 characters."));
    }
    JsonNode content = variable.getValue();
    if (!content.isObject()) {
      return Stream.of(new FieldError(name, "must be an object with the field's value."));
    }
    JsonNode type = content.path("type");
    boolean isPlain = type.isMissingNode() || type.isNull() || type.isTextual() && TYPES.contains(StringUtils.capitalize(type.textValue()));
    return Stream.of(
            isPlain ? List.<FieldError>of()
                : List.of(new FieldError(name,
                    "must have one of these types: " + String.join(", ", TYPES.stream().sorted().toList()) + ".")),
            content.path("valueInfo").isEmpty() ? List.<FieldError>of()
                : List.of(new FieldError(name, "can only have a value.")))
        .flatMap(List::stream);
  }

  private static String shortened(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
