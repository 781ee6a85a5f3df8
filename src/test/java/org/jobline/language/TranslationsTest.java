package org.jobline.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that our diagrams and forms say has German words, and so has most of what the server refuses something for. */
class TranslationsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GERMAN = Path.of("forms/texts.de.json");
  private static final Path SCRIPTS =
      Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/jobline");
  private static final Pattern TASK_LIST = Pattern.compile("new TaskList\\(\"([^\"]+)\", \"([^\"]+)\"");
  private static final Pattern LIST_NAME = Pattern.compile("^  '((?:[^'\\\\]|\\\\.)*)': say\\('\\1'\\)", Pattern.MULTILINE);
  private static final List<String> SAYING = List.of("label", "dateLabel", "timeLabel", "description", "text");
  private static final Pattern PLACE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
  private static final Pattern TASK = Pattern.compile("<bpmn:userTask [^>]*\\bname=\"([^\"]*)\"");
  private static final Pattern EVENT = Pattern.compile("<bpmn:intermediateThrowEvent [^>]*\\bname=\"([^\"]*)\"");
  private static final Pattern OF_A_LIFECYCLE =
      Pattern.compile("<camunda:property name=\"(action|label)\" value=\"([^\"]*)\"");
  private static final Pattern KIND_OF_INFORMATION =
      Pattern.compile("<outputEntry[^>]*>\\s*<text>\"([^\"]*)\"</text>");
  /** What the code offers besides, in forms that have no values of their own. */
  private static final Set<String> OFFERED = Set.of(
      "Re-enter", "Bypass", "None", "Calculated cost", "Order sheet", "Cost summary", "Event history",
      "Quote comparison");
  private static final Pattern ENTRY =
      Pattern.compile("^  '((?:[^'\\\\]|\\\\.)*)': '((?:[^'\\\\]|\\\\.)*)',?$", Pattern.MULTILINE);
  private static final String WITHIN_A_STATEMENT = "[^;]*?";
  private static final Pattern PICK = Pattern.compile("\"(Pick [^\"]+\\.)\"");
  private static final Pattern NUMBERED = Pattern.compile("\\{\\d}");

  private static Set<String> german(String part) throws IOException {
    return keys(JSON.readTree(GERMAN.toFile()).path(part));
  }

  private static Set<String> keys(JsonNode texts) {
    Set<String> keys = new TreeSet<>();
    texts.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static Stream<String> contents(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream()
          .map(TranslationsTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> drawn(Pattern pattern, int group) {
    return contents("processes", ".bpmn").flatMap(sheet -> pattern.matcher(sheet).results())
        .map(match -> match.group(group).replaceAll("\\s+", " "));
  }

  private static Stream<String> ofLifecycles(String property) {
    return contents("processes", ".bpmn").flatMap(sheet -> OF_A_LIFECYCLE.matcher(sheet).results())
        .filter(match -> match.group(1).equals(property)).map(match -> match.group(2));
  }

  /** What of a form is in words: a text that only shows something of the order needs none. */
  private static Stream<String> said(String form) {
    List<String> texts = new ArrayList<>();
    parsed(form).path("components").forEach(component -> {
      SAYING.forEach(property -> texts.add(component.path(property).asText("")));
      texts.add(component.path("validate").path("patternErrorMessage").asText(""));
      component.path("values").forEach(value -> texts.add(value.path("label").asText()));
      Arrays.stream(component.path("properties").path("rows").asText("").split(","))
          .forEach(column -> columnOfATable(column.strip(), texts));
      Arrays.stream(component.path("properties").path("figures").asText("").split(","))
          .forEach(column -> texts.add(column.strip().replaceFirst("^\\S+ ?", "")));
    });
    return texts.stream().filter(text -> PLACE.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter));
  }

  /** A column and its choices, which begin with a capital letter where they are shown. */
  private static void columnOfATable(String column, List<String> texts) {
    String named = column.matches("(lookup|total|number|money).*") ? column.replaceFirst(" *\\(.*", "") : column;
    String[] parts = named.startsWith("choice") ? named.split("[()|]") : new String[] {named};
    texts.add(parts[0].replaceFirst("^\\S+ ?", "").strip());
    Arrays.stream(parts).skip(1).filter(choice -> !choice.isBlank())
        .map(choice -> choice.substring(0, 1).toUpperCase(Locale.ROOT) + choice.substring(1).replace('-', ' '))
        .forEach(texts::add);
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void every_text_of_every_form_has_german_words_and_no_others_are_there() throws IOException {
    Set<String> texts = contents("forms", ".form").flatMap(TranslationsTest::said)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(texts).hasSizeGreaterThan(200);
    assertThat(german("forms")).isEqualTo(texts);
  }

  @Test
  void every_action_status_and_type_has_a_german_name_and_no_others_are_there() throws IOException {
    assertThat(german("actions")).hasSizeGreaterThan(50)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(drawn(TASK, 1), ofLifecycles("action")).distinct().toList());
    assertThat(german("statuses")).hasSizeGreaterThan(15)
        .containsExactlyInAnyOrderElementsOf(drawn(EVENT, 1).filter(Status::isMilestone)
            .map(name -> name.substring(name.indexOf(' ') + 1)).distinct().toList());
    assertThat(german("types")).containsExactlyInAnyOrderElementsOf(ofLifecycles("label").distinct().toList());
    String kinds = read(Path.of("processes/decisions/information-kinds.dmn"));
    assertThat(german("choices")).containsExactlyInAnyOrderElementsOf(Stream.concat(
        KIND_OF_INFORMATION.matcher(kinds).results().map(match -> match.group(1))
            .map(kind -> kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1)),
        OFFERED.stream()).toList());
  }

  @Test
  void every_list_of_jobs_that_is_set_up_has_a_name_and_a_description_to_say_otherwise() {
    Set<String> listed = TASK_LIST.matcher(read(Path.of("src/main/java/org/jobline/desk/tasklist/TaskFilters.java")))
        .results().flatMap(list -> Stream.of(list.group(1), list.group(2))).collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).hasSizeGreaterThan(20);
    Set<String> named = LIST_NAME.matcher(read(SCRIPTS.resolve("list-names.js"))).results()
        .map(name -> name.group(1).replace("\\'", "'")).collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(listed);
  }

  /** Two names that are told apart in English are told apart in German. */
  @Test
  void different_actions_and_statuses_have_different_names() throws IOException {
    for (String part : List.of("actions", "statuses")) {
      List<String> names = new ArrayList<>();
      JSON.readTree(GERMAN.toFile()).path(part).forEach(name -> names.add(name.asText()));
      assertThat(names).doesNotHaveDuplicates();
    }
  }

  /** Lines of purchasing orders say theirs by the line. */
  @Test
  void every_choice_that_is_refused_is_refused_in_german() {
    List<Pattern> german = ENTRY.matcher(read(SCRIPTS.resolve("german-refusals.js"))).results()
        .map(match -> Pattern.compile(Arrays.stream(NUMBERED.split(match.group(1).replace("\\'", "'")))
            .map(Pattern::quote).collect(Collectors.joining(".+")))).toList();
    Set<String> said = Stream.of("documents", "lifecycle", "messaging", "money", "order", "referencedata", "workorder")
        .flatMap(module -> contents("src/main/java/org/jobline/" + module, ".java"))
        .flatMap(code -> PICK.matcher(code).results()).map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(said).hasSizeGreaterThan(15);
    assertThat(said).allSatisfy(choice ->
        assertThat(german).anyMatch(pattern -> pattern.matcher(choice).matches()));
  }

  /** What is said otherwise now would be English again without anybody noticing. */
  @ParameterizedTest
  @ValueSource(strings = {"german-refusals.js", "german-notes.js"})
  void every_refusal_and_note_with_german_words_is_one_the_server_says(String dictionary) {
    Map<String, String> refusals = new LinkedHashMap<>();
    String script = read(SCRIPTS.resolve(dictionary));
    ENTRY.matcher(script).results().forEach(match ->
        assertThat(refusals.put(match.group(1).replace("\\'", "'"), match.group(2))).as(match.group(1)).isNull());
    assertThat(refusals).hasSizeGreaterThan(50)
        .hasSize((int) script.lines().filter(line -> line.startsWith("  '")).count());
    List<String> said = contents("src/main/java", ".java")
        .map(code -> code.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"").toLowerCase(Locale.ROOT)).toList();
    refusals.forEach((english, german) -> {
      assertThat(NUMBERED.matcher(english).results().map(match -> match.group()).toList()).as(english)
          .containsAll(NUMBERED.matcher(german).results().map(match -> match.group()).toList());
      // the server puts a full stop behind a reason
      String parts = Arrays.stream(NUMBERED.split(english.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT)))
          .filter(part -> !part.isBlank()).map(part -> Pattern.quote(part.stripTrailing()))
          .collect(Collectors.joining(WITHIN_A_STATEMENT));
      assertThat(said).as(english + " in the code")
          .anyMatch(code -> Pattern.compile(parts, Pattern.DOTALL).matcher(code).find());
    });
  }
}
