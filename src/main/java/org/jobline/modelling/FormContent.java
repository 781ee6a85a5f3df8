package org.jobline.modelling;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of a form. */
final class FormContent {

  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private FormContent() {}

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
}
