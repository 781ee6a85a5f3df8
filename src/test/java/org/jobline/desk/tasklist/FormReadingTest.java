package org.jobline.desk.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.ServedTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What is typed or pasted into the number, date and time fields of forms is read right, or refused and kept. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormReadingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POUNDS_AND_PENCE = "Pounds and pence only";
  private static final String EITHER_WAY = "Thousands or decimals?";
  private static final String GERMAN_EITHER_WAY = "Tausender oder Nachkommastellen?";

  /** What may be typed, and what is right: a value, or the beginning of what is said in English. */
  private record Typed(String text, Object value, String error) {

    private static Typed as(String text, Object value) {
      return new Typed(text, value, null);
    }

    private static Typed refused(String text, String error) {
      return new Typed(text, null, error);
    }
  }

  @LocalServerPort int port;
  private final Map<String, Page> pages = new HashMap<>();
  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private Page page(String locale) throws IOException {
    if (!pages.containsKey(locale)) {
      pages.put(locale, opened(locale));
    }
    return pages.get(locale);
  }

  private Page opened(String locale) throws IOException {
    Page page = chromium.page(locale);
    page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
    page.locator("input[type=password]").waitFor();
    page.evaluate(text("in-browser.js"));
    return page;
  }

  static String text(String file) throws IOException {
    return new ClassPathResource("forms/" + file).getContentAsString(StandardCharsets.UTF_8);
  }

  /** All that our forms have of some components, as form and key. */
  private static List<Map.Entry<JsonNode, JsonNode>> fields(String type, String subtype) throws IOException {
    List<Map.Entry<JsonNode, JsonNode>> fields = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".form")).sorted().toList()) {
        JsonNode form = JSON.readTree(Files.readString(file));
        form.path("components").forEach(component -> {
          if (component.path("type").asText().equals(type) && component.path("subtype").asText("").equals(subtype)
              && !component.path("properties").has("hidden")) {
            fields.add(Map.entry(form, component));
          }
        });
      }
    }
    assertThat(fields).isNotEmpty();
    return fields;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "en-US"})
  void the_tables_of_cases_hold(String locale) throws IOException {
    Page page = page(locale);
    assertThat((List<?>) page.evaluate("cases => forms.numbers(JSON.parse(cases))", text("numbers.json"))).isEmpty();
    assertThat((List<?>) page.evaluate("cases => forms.times(JSON.parse(cases))", text("times.json"))).isEmpty();
    assertThat((List<?>) page.evaluate("cases => forms.expressions(JSON.parse(cases))", text("expressions.json")))
        .isEmpty();
    assertThat((List<?>) page.evaluate("cases => forms.rows(JSON.parse(cases))", text("rows.json"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "en-US", "de-DE"})
  void every_number_field_takes_what_is_meant_or_refuses_it(String locale) throws IOException {
    Page page = page(locale);
    boolean isGerman = locale.equals("de-DE");
    List<Typed> money = isGerman
        ? List.of(Typed.refused("9,500", GERMAN_EITHER_WAY), Typed.as("1,234.56", 1234.56),
            Typed.as("1.234,56", 1234.56), Typed.refused("950.999", GERMAN_EITHER_WAY), Typed.as("£950.00", 950),
            Typed.as("9,500.00", 9500), Typed.refused("1.234", GERMAN_EITHER_WAY), Typed.as("9500,5", 9500.5))
        : List.of(Typed.as("9,500", 9500), Typed.as("1,234.56", 1234.56), Typed.as("1.234,56", 1234.56),
            Typed.refused("950.999", POUNDS_AND_PENCE), Typed.as("£950.00", 950), Typed.as("9,500.00", 9500),
            Typed.refused("1,23", EITHER_WAY), Typed.as("9500.5", 9500.5));
    List<String> found = new ArrayList<>();
    for (Map.Entry<JsonNode, JsonNode> field : fields("number", "")) {
      JsonNode component = field.getValue();
      boolean isMoney = component.path("decimalDigits").asInt() == 2 && !component.path("properties").has("unit");
      // what is no money has no pence, and a highest value: but whatever is taken is what was meant
      List<Map<String, Object>> cases = money.stream()
          .map(one -> isMoney ? asMap(one) : Map.<String, Object>of("text", one.text(), "mayBeRefused", true,
              "value", one.text().startsWith("950.") && !isGerman ? 950.999 : one.value() == null ? "" : one.value()))
          .toList();
      found.addAll(walk(page, field, cases));
    }
    assertThat(found).isEmpty();
  }

  private static Map<String, Object> asMap(Typed one) {
    return one.error() == null ? Map.of("text", one.text(), "value", one.value())
        : Map.of("text", one.text(), "error", one.error());
  }

  @SuppressWarnings("unchecked")
  private static List<String> walk(
      Page page, Map.Entry<JsonNode, JsonNode> field, List<Map<String, Object>> cases) {
    return (List<String>) page.evaluate("([form, key, cases]) => forms.walk(form, key, cases)", List.of(
        JSON.convertValue(field.getKey(), Object.class), field.getValue().path("key").asText(), cases));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "en-US", "de-DE"})
  void every_date_and_time_field_takes_what_is_meant_or_refuses_it(String locale) throws IOException {
    Page page = page(locale);
    boolean isGerman = locale.equals("de-DE");
    String none = isGerman ? "Den 31. Februar gibt es nicht" : "There is no 31 February";
    String far = isGerman ? "Das ist weit weg" : "That is far away";
    List<Typed> times = List.of(
        Typed.as("25/11/2026 1530", "2026-11-25T15:30"), Typed.as("25/11 15.30", "2026-11-25T15:30"),
        Typed.as("25 nov 3:30pm", "2026-11-25T15:30"), Typed.as("25.11.26 15:30", "2026-11-25T15:30"),
        Typed.as("1530", "2026-11-24T15:30"), Typed.as("3pm", "2026-11-24T15:00"),
        Typed.refused("25/11/2026 2575", isGerman ? "Schreiben Sie die Uhrzeit" : "Write the time"),
        Typed.refused("25/11/2026", isGerman ? "Uhrzeit ergänzen" : "Add a time"),
        Typed.refused("31/02/2026 10:00", none), Typed.refused("11/01/2028 09:00", far),
        Typed.refused("28/03/2027 01:30", "28/03/2027 01:30"));
    List<Typed> dates = List.of(
        Typed.as("25/11/2026", "2026-11-25"), Typed.as("25/11", "2026-11-25"), Typed.as("25 nov", "2026-11-25"),
        Typed.as("25.11.26", "2026-11-25"), Typed.as("2026-11-25", "2026-11-25"), Typed.as("today", "2026-11-24"),
        Typed.refused("31/02/2026", none), Typed.refused("11/01/2028", far));
    List<String> found = new ArrayList<>();
    for (Map.Entry<JsonNode, JsonNode> field : fields("datetime", "datetime")) {
      found.addAll(walk(page, field, times.stream().map(FormReadingTest::asMap).toList()));
    }
    for (Map.Entry<JsonNode, JsonNode> field : fields("datetime", "date")) {
      found.addAll(walk(page, field, dates.stream().map(FormReadingTest::asMap).toList()));
    }
    assertThat(found).isEmpty();
  }
}
