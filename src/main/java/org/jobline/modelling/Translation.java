package org.jobline.modelling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What diagrams and forms say, in another language. Only the desk shows it; whatever is kept, sent or compared stays as
 * the diagrams and forms have it.
 *
 * @param parts for each of {@link #PARTS}, the translation of each text
 */
record Translation(Map<String, Map<String, String>> parts) {

  static final String TYPES = "types";
  static final String ACTIONS = "actions";
  static final String STATUSES = "statuses";
  static final String CHOICES = "choices";
  static final String FORMS = "forms";
  /** Who says it. */
  static final List<String> PARTS = List.of(TYPES, ACTIONS, STATUSES, CHOICES, FORMS);

  static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static Translation none() {
    return new Translation(Map.of());
  }

  /** Empty when the content isn't JSON; what has no place in a translation is passed over. */
  static Optional<Translation> read(byte[] content) {
    try {
      JsonNode root = JSON.readTree(content);
      Map<String, Map<String, String>> parts = new LinkedHashMap<>();
      PARTS.forEach(part -> {
        Map<String, String> texts = new LinkedHashMap<>();
        root.path(part).properties().stream().filter(text -> text.getValue().isTextual())
            .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
        parts.put(part, texts);
      });
      return Optional.of(new Translation(parts));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The translation of each text of a part. */
  Map<String, String> of(String part) {
    return parts.getOrDefault(part, Map.of());
  }
}
