package org.jobline.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is personal out of the texts of one event, leaving {@code {{personal:1}}} in its place, and puts it back for
 * somebody who reads the event.
 */
final class PersonalTexts {

  private static final Pattern PLACE = Pattern.compile("\\{\\{personal:(\\d{1,6})}}");

  /** Shorter ones would be found in too many other words. */
  private static final int MIN_LENGTH_WITHIN_TEXT = 3;

  private static final ObjectMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .build();

  private final Set<String> words = new LinkedHashSet<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private @Nullable Pattern withinText;

  /** @param words what is personal wherever it stands; nulls are left out */
  PersonalTexts(Iterable<@Nullable String> words) {
    words.forEach(word -> {
      if (word != null && !word.isBlank()) {
        this.words.add(word);
      }
    });
  }

  /** What was taken out, in the order of its places. */
  List<PersonalValue> values() {
    return places.keySet().stream().map(PersonalValue::of).toList();
  }

  String takenOut(String text) {
    if (text.isEmpty()) {
      return text;
    }
    if (words.contains(text)) {
      return place(text);
    }
    if (withinText == null) {
      withinText = anyOf(words);
    }
    Matcher matcher = withinText.matcher(text);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(place(found.group())));
  }

  /** The longest first: "Sue Barker" is one person, not somebody called Sue. */
  private static Pattern anyOf(Set<String> words) {
    String alternatives = words.stream()
        .filter(word -> word.length() >= MIN_LENGTH_WITHIN_TEXT)
        .sorted(Comparator.comparing(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
    return Pattern.compile(alternatives.isEmpty()
        ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])");
  }

  private String place(String value) {
    return "{{personal:" + places.computeIfAbsent(value, added -> places.size() + 1) + "}}";
  }

  /**
   * The same for the fields of an event.
   *
   * @param personalFields everything under these keys is personal, on every level
   */
  String takenOutOfJson(String json, Set<String> personalFields) {
    try {
      JsonNode fields = JSON.readTree(json);
      collect(fields, personalFields, false);
      return JSON.writeValueAsString(mapped(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The fields of an event are JSON", e);
    }
  }

  private void collect(JsonNode node, Set<String> personalFields, boolean isPersonal) {
    if (node.isTextual() && isPersonal && !node.asText().isBlank()) {
      words.add(node.asText());
      withinText = null;
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, personalFields, isPersonal));
    } else {
      node.properties().forEach(field ->
          collect(field.getValue(), personalFields, isPersonal || personalFields.contains(field.getKey())));
    }
  }

  private JsonNode mapped(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(takenOut(node.asText()));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode result = JSON.createArrayNode();
      array.forEach(element -> result.add(mapped(element)));
      return result;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode result = JSON.createObjectNode();
      object.properties().forEach(field -> result.set(field.getKey(), mapped(field.getValue())));
      return result;
    }
    return node;
  }

  static String putBack(String text, List<PersonalValue> values) {
    return putBack(text, values, UnaryOperator.identity());
  }

  static String putBackIntoJson(String json, List<PersonalValue> values) {
    return putBack(json, values, value -> new String(JsonStringEncoder.getInstance().quoteAsString(value)));
  }

  private static String putBack(String text, List<PersonalValue> values, UnaryOperator<String> written) {
    if (values.isEmpty()) {
      return text;
    }
    List<String> shown = new ArrayList<>();
    values.forEach(value -> shown.add(written.apply(value.value())));
    return PLACE.matcher(text).replaceAll(found -> {
      int place = Integer.parseInt(found.group(1));
      // an agent may have written such a thing
      return Matcher.quoteReplacement(place >= 1 && place <= shown.size() ? shown.get(place - 1) : found.group());
    });
  }
}
