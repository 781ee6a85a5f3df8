package org.jobline.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jobline.action.ActionSummary;
import org.jobline.action.FormRows;
import org.jobline.action.PickList;
import org.jobline.action.SummaryColumns;
import org.jobline.order.OrderCard;
import org.springframework.stereotype.Component;

/** Forms consist of what Tasklist can show and the server can check, and name lists there are. */
@Component
class FormContentCheck implements ModelCheck {

  private static final int NEWEST_SCHEMA = 16;
  private static final String TIME = "datetime";
  private static final String CONFIRMS = "confirms";
  private static final String FAR = "far";
  private static final String HIDDEN = "hidden";
  private static final String SEVERAL = "several";
  private static final String FILED_AS = "filedAs";
  /** What the id of a field that takes files ends in. */
  private static final String UPLOAD = "__upload";
  private static final Set<String> TYPES = sorted(
      "text", "textfield", "textarea", "number", TIME, "checkbox", "checklist", "radio", "select", "taglist");
  private static final Set<String> OF_A_FORM = sorted("$schema", "type", "id", "schemaVersion", "executionPlatform",
      "executionPlatformVersion", "exporter", "components", "generated");
  private static final Set<String> OF_A_FIELD = sorted("type", "id", "key", "label", "description", "text", "validate",
      "values", "valuesKey", "searchable", "conditional", "defaultValue", "disabled", "readonly", "layout",
      "properties", "subtype", "dateLabel", "timeLabel", "timeSerializingFormat", "timeInterval", "use24h",
      "decimalDigits");
  private static final Set<String> VALIDATIONS =
      sorted("required", "minLength", "maxLength", "min", "max", "pattern", "patternErrorMessage");
  private static final Set<String> PROPERTIES =
      sorted("pickList", "overwrites", "overwritesOf", "personal", "when", "unit", FormRows.PROPERTY,
          FormRows.FIXED, SEVERAL, FILED_AS, CONFIRMS, SummaryColumns.PROPERTY, HIDDEN);
  /** What a property is for: on any other component it would mean nothing. */
  private static final Map<String, String> COMPONENT_OF =
      Map.of("pickList", "textfield", "when", TIME, "unit", "number", FormRows.PROPERTY, "textarea",
          FormRows.FIXED, "textarea", SEVERAL, "textfield", FILED_AS, "textfield", CONFIRMS, "checkbox",
          SummaryColumns.PROPERTY, "checkbox", HIDDEN, "number");
  private static final Set<String> TENSES = sorted("past", "future");
  private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
  private static final Set<String> YES_NO = sorted("true", "false");
  private static final Set<String> STRUCTURED = sorted("validate", "conditional", "properties", "layout");
  private static final Set<String> NUMBERS = Set.of("minLength", "maxLength", "min", "max");
  private static final Set<String> DATES = sorted("date", TIME);
  private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,63}");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*:\\s*//|javascript:|data:[a-z]+/|]\\((?!/[a-z])|!\\[");

  private final Set<String> pickLists = new TreeSet<>();
  private final Map<String, Set<String>> figuresOfLists = new TreeMap<>();
  private final Map<String, Set<String>> figuresOfSummaries = new TreeMap<>();
  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  FormContentCheck(List<PickList> pickLists, List<ActionSummary> summaries) {
    pickLists.forEach(list -> this.pickLists.add(list.name()));
    pickLists.forEach(list -> figuresOfLists.put(list.name(), new TreeSet<>(list.figures())));
    summaries.forEach(summary -> figuresOfSummaries.put(summary.name(), new TreeSet<>(summary.figures())));
  }

  private static Set<String> sorted(String... names) {
    return new TreeSet<>(List.of(names));
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.contents().forEach((resource, content) -> {
      if (resource.endsWith(DefinitionFile.FORM)) {
        try {
          check(FormContent.read(content), new ProblemsOfFile(resource, problems));
        } catch (IOException e) {
          problems.add(Problem.of(resource,
              "This isn't a form: a form is JSON, as the Modeler writes it."));
        }
      }
    });
    return problems;
  }

  private void check(JsonNode form, ProblemsOfFile problems) {
    String file = problems.resource().substring(problems.resource().lastIndexOf('/') + 1);
    form.fieldNames().forEachRemaining(name -> problems.requireOneOf(OF_A_FORM, name, null, "form"));
    problems.requireOfTheFile((form.path("id").asText() + DefinitionFile.FORM).equals(file), "id",
        "The id of the form is \"" + form.path("id").asText() + "\"; it must be the name of its file, \""
            + file.replace(DefinitionFile.FORM, "") + "\".");
    problems.requireOfTheFile(
        form.path("schemaVersion").isInt() && form.path("schemaVersion").asInt() <= NEWEST_SCHEMA, "schemaVersion",
        "Tasklist can only show forms of version 1 to " + NEWEST_SCHEMA + ".");
    problems.requireOfTheFile(form.path("components").isArray(), "components", "A form needs a list of components.");
    Set<String> keys = new HashSet<>();
    Set<String> others = new HashSet<>(form.path("components").findValuesAsText("key"));
    Set<String> times = times(form.path("components"));
    int position = 0;
    for (JsonNode component : form.path("components")) {
      position++;
      String element = component.path("key").asText(component.path("id").asText("component " + position));
      checkComponent(component, element, problems);
      checkExpressions(component, element, times, problems);
      problems.require(!component.has("key") || keys.add(component.path("key").asText()), element, "key",
          "Two fields have the key \"" + component.path("key").asText() + "\".");
      String which = component.path("properties").path("overwritesOf").asText(null);
      problems.require(which == null || others.contains(which), element, "overwritesOf",
          "\"" + which + "\" isn't a field of this form. Name the field that says which one is overwritten.");
    }
  }

  private void checkComponent(JsonNode component, String element, ProblemsOfFile problems) {
    String type = component.path("type").asText();
    problems.requireOneOf(TYPES, type, element, "type");
    component.fieldNames().forEachRemaining(name -> problems.requireOneOf(OF_A_FIELD, name, element, "component"));
    if (type.equals("text")) {
      problems.require(!ADDRESS.matcher(component.path("text").asText()).find(), element, "text",
          "Links and pictures from elsewhere aren't allowed in a form's text.");
    } else {
      checkKey(component.path("key").asText(), element, problems);
    }
    if (type.equals(TIME)) {
      problems.requireOneOf(DATES, component.path("subtype").asText(), element, "subtype");
    }
    if (type.equals("radio") || type.equals("select") || type.equals("checklist") || type.equals("taglist")) {
      problems.require(component.has("valuesKey") || component.path("values").size() > 0, element, "values",
          "Give it something to choose from: values, or a valuesKey that names one of the lists "
              + String.join(", ", pickLists) + ".");
    }
    STRUCTURED.forEach(name -> problems.require(!component.has(name) || component.path(name).isObject(), element, name,
        "\"" + name + "\" must be a group of settings."));
    problems.require(!component.has("decimalDigits")
            || component.path("decimalDigits").isInt() && component.path("decimalDigits").asInt() >= 0, element,
        "decimalDigits", "\"decimalDigits\" must be a number, e.g. 0 or 2.");
    checkList(component, element, problems);
    checkValidation(component.path("validate"), element, problems);
    checkProperties(component.path("properties"), type, element, problems);
    boolean isOfFiles = component.path("id").asText().endsWith(UPLOAD);
    List.of(SEVERAL, FILED_AS).forEach(name -> problems.require(
        isOfFiles || !component.path("properties").has(name), element, name,
        "\"" + name + "\" is only for fields that take files, whose id ends in " + UPLOAD + "."));
    problems.require(!component.path("properties").path(FILED_AS).asText("any").isBlank(), element, FILED_AS,
        "\"" + FILED_AS + "\" must name a type of document, e.g. Photograph.");
    String several = component.path("properties").path(SEVERAL).asText(null);
    problems.requireOneOf(YES_NO, several == null ? "true" : several, element, SEVERAL);
  }

  private static Set<String> times(JsonNode components) {
    Set<String> times = new HashSet<>();
    components.forEach(component -> {
      if (component.path("type").asText().equals(TIME)) {
        times.add(component.path("key").asText());
      }
    });
    return times;
  }

  private void checkProperties(JsonNode properties, String type, String element, ProblemsOfFile problems) {
    properties.fieldNames().forEachRemaining(name -> {
      String component = COMPONENT_OF.get(name);
      problems.require(component == null || component.equals(type), element, name,
          "\"" + name + "\" is only for components of type " + component + ", not for " + type + ".");
    });
    checkConfirmation(properties, element, problems);
    problems.requireOneOf(YES_NO, properties.path(HIDDEN).asText("true"), element, HIDDEN);
    problems.requireOneOf(TENSES, properties.path("when").asText("past"), element, "when");
    problems.requireOneOf(YES_NO, properties.path(FormRows.FIXED).asText("true"), element, FormRows.FIXED);
    problems.require(!properties.has(FormRows.FIXED) || properties.has(FormRows.PROPERTY), element, FormRows.FIXED,
        "\"" + FormRows.FIXED + "\" is only for tables. Name the columns in \"" + FormRows.PROPERTY + "\".");
    try {
      if (properties.has(FormRows.PROPERTY)) {
        FormRows rows =
            FormRows.of(properties.path(FormRows.PROPERTY).asText(), properties.path(FormRows.FIXED).asBoolean());
        rows.pickLists().forEach(list -> problems.requireOneOf(pickLists, list, element, FormRows.PROPERTY));
        rows.lookedUpFigures().forEach(looked -> problems.requireOneOf(
            figuresOfLists.getOrDefault(looked.pickList(), Set.of()), looked.figure(), element, FormRows.PROPERTY));
      }
    } catch (IllegalArgumentException e) {
      problems.require(false, element, FormRows.PROPERTY, "\"" + FormRows.PROPERTY + "\" " + e.getMessage());
    }
  }

  private void checkConfirmation(JsonNode properties, String element, ProblemsOfFile problems) {
    String confirmed = properties.path(CONFIRMS).asText(FAR);
    Set<String> possible = new TreeSet<>(figuresOfSummaries.keySet());
    possible.add(FAR);
    problems.requireOneOf(possible, confirmed, element, CONFIRMS);
    Set<String> figures = figuresOfSummaries.get(confirmed);
    problems.require((figures != null) == properties.has(SummaryColumns.PROPERTY) || !possible.contains(confirmed), element,
        SummaryColumns.PROPERTY, "A tick that confirms a summary names its columns in \"" + SummaryColumns.PROPERTY
            + "\", e.g. received Received now, kept? Kept; any other has none.");
    if (figures != null && properties.has(SummaryColumns.PROPERTY)) {
      try {
        SummaryColumns.figures(properties.path(SummaryColumns.PROPERTY).asText())
            .forEach(figure -> problems.requireOneOf(figures, figure, element, SummaryColumns.PROPERTY));
      } catch (IllegalArgumentException e) {
        problems.require(false, element, SummaryColumns.PROPERTY,
            "\"" + SummaryColumns.PROPERTY + "\" " + e.getMessage());
      }
    }
  }

  private void checkKey(String key, String element, ProblemsOfFile problems) {
    problems.require(KEY.matcher(key).matches(), element, "key",
        "\"" + key + "\" isn't a key. Use letters and digits, e.g. outcome.");
    problems.require(!OrderCard.NAMES.contains(key) && !pickLists.contains(key), element, "key",
        "\"" + key + "\" already means something about the order. Give the field a different key.");
  }

  private void checkList(JsonNode component, String element, ProblemsOfFile problems) {
    component.path("properties").fieldNames()
        .forEachRemaining(name -> problems.requireOneOf(PROPERTIES, name, element, "properties"));
    problems.requireOneOf(
        YES_NO, component.path("properties").path("personal").asText("true"), element, "personal");
    String list = component.path("valuesKey").asText(component.path("properties").path("pickList").asText(null));
    if (list != null) {
      problems.requireOneOf(pickLists, list, element, component.has("valuesKey") ? "valuesKey" : "pickList");
    }
  }

  private static void checkValidation(JsonNode validate, String element, ProblemsOfFile problems) {
    validate.fieldNames().forEachRemaining(name -> {
      problems.requireOneOf(VALIDATIONS, name, element, "validate");
      problems.require(!NUMBERS.contains(name) || validate.path(name).isNumber(), element, name,
          "\"" + validate.path(name).asText() + "\" isn't a number.");
    });
    problems.require(validate.path("maxLength").asInt(1) > 0, element, "maxLength",
        "\"maxLength\" must be at least 1, or nothing could be filled in.");
    requireOrder("minLength", "maxLength", validate, element, problems);
    requireOrder("min", "max", validate, element, problems);
    try {
      Pattern.compile(validate.path("pattern").asText());
    } catch (PatternSyntaxException e) {
      problems.require(false, element, "pattern", "This isn't a valid regular expression: " + e.getDescription() + ".");
    }
  }

  private static void requireOrder(
      String min, String max, JsonNode validate, String element, ProblemsOfFile problems) {
    problems.require(!validate.has(min) || !validate.has(max)
            || validate.path(min).asDouble() <= validate.path(max).asDouble(), element, min,
        "\"" + min + "\" is higher than \"" + max + "\": nothing could be filled in.");
  }

  private void checkExpressions(JsonNode component, String element, Set<String> times, ProblemsOfFile problems) {
    JsonNode conditional = component.path("conditional");
    conditional.fieldNames()
        .forEachRemaining(name -> problems.requireOneOf(Set.of("hide"), name, element, "conditional"));
    String hide = conditional.path("hide").asText("");
    if (!hide.isBlank()) {
      boolean isCondition = hide.startsWith("=") && feel.parseExpression(hide.substring(1)).isSuccess();
      problems.require(isCondition, element, "hide",
          "\"" + hide + "\" isn't a condition. Write e.g. =outcome = \"completed\".");
      if (isCondition) {
        checkSupported(hide.substring(1), "hide", element, times, problems);
      }
    }
    Matcher place = PLACE.matcher(component.path("text").asText());
    while (place.find()) {
      boolean isExpression = feel.parseExpression(place.group(1)).isSuccess();
      problems.require(isExpression, element, "text",
          "\"" + place.group() + "\" isn't an expression. Write e.g. {{orderNumber}}.");
      if (isExpression) {
        checkSupported(place.group(1), "text", element, times, problems);
      }
    }
  }

  private static void checkSupported(
      String expression, String property, String element, Set<String> times, ProblemsOfFile problems) {
    FormExpression.unsupported(expression, times).ifPresent(what -> problems.require(false, element, property,
        "\"" + expression + "\" has something forms don't support: " + what + ". They know " + FormExpression.GRAMMAR
            + "; dates and times can only be compared with null."));
  }
}
