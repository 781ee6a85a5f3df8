package org.jobline.desk.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Holds what the scripts of the desk say against the dictionary. */
class DictionaryTest {

  private static final String SCRIPTS =
      "classpath:META-INF/resources/webjars/camunda/app/tasklist/scripts/jobline/**/*.js";
  private static final String LOCALES = "classpath*:META-INF/resources/webjars/camunda/app/tasklist/locales/";
  private static final Set<String> NOT_SAYING =
      Set.of("lit-html.js", "german.js", "german-refusals.js", "german-notes.js", "language.js", "desk.js");
  private static final String LITERAL = "'((?:[^'\\\\]|\\\\.)*)'";
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*" + LITERAL);
  private static final Pattern SAID_OTHERWISE = Pattern.compile("\\bsay\\((?!\\s*')");
  private static final Pattern ENTRY = Pattern.compile("^  " + LITERAL + ": " + LITERAL + ",?$", Pattern.MULTILINE);
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  /** Words between tags, or in an attribute that is read aloud or shown. */
  private static final Pattern UNSAID = Pattern.compile(
      ">\\s*[A-Z][a-z]+[^<>${}=();]*<|(?:aria-label|placeholder|title|label)=\"[^\"$]*[A-Za-z]{2}[^\"$]*\"");

  private static Map<String, String> scripts() throws IOException {
    Map<String, String> scripts = new LinkedHashMap<>();
    for (Resource script : new PathMatchingResourcePatternResolver().getResources(SCRIPTS)) {
      scripts.put(script.getURL().getPath().replaceFirst(".*/jobline/", ""),
          script.getContentAsString(StandardCharsets.UTF_8));
    }
    return scripts;
  }

  private static Set<String> said() throws IOException {
    return scripts().entrySet().stream()
        .filter(script -> !NOT_SAYING.contains(script.getKey()))
        .flatMap(script -> SAID.matcher(script.getValue()).results())
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> german() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    ENTRY.matcher(scripts().get("german.js")).results()
        .forEach(match -> assertThat(entries.put(match.group(1), match.group(2))).as(match.group(1)).isNull());
    assertThat(entries).as("every line of the dictionary is an entry")
        .hasSize((int) scripts().get("german.js").lines().filter(line -> line.startsWith("  ")).count());
    return entries;
  }

  @Test
  void dictionary_holds_exactly_the_texts_in_use() throws IOException {
    assertThat(german().keySet()).containsExactlyInAnyOrderElementsOf(said());
    assertThat(said()).hasSizeGreaterThan(200);
  }

  @Test
  void a_translation_has_the_places_of_the_original() throws IOException {
    german().forEach((english, german) -> {
      assertThat(german).as(english).isNotBlank();
      assertThat(places(german)).as(english).isEqualTo(places(english));
    });
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ours replace the files of the same name in Camunda's own jar; a text of Camunda's that they lack shows as its key. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void our_words_for_tasklist_have_every_text_of_camundas(String language) throws IOException {
    Resource[] files = new PathMatchingResourcePatternResolver().getResources(LOCALES + language + ".json");
    assertThat(files).hasSize(2);
    assertThat(texts(files[0]).keySet()).isEqualTo(texts(files[1]).keySet());
    assertThat(texts(new ClassPathResource(LOCALES.replace("classpath*:", "") + language + ".json"))
        .get("START_PROCESS")).isIn("Log work order", "Auftrag erfassen");
  }

  private static Map<String, String> texts(Resource locale) throws IOException {
    String json = locale.getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "");
    return new ObjectMapper().convertValue(new ObjectMapper().readTree(json).get("labels"), new TypeReference<>() {});
  }

  @Test
  void nothing_is_shown_that_is_not_in_the_dictionary() throws IOException {
    List<String> found = new ArrayList<>();
    scripts().forEach((name, script) -> {
      if (!NOT_SAYING.contains(name)) {
        UNSAID.matcher(script).results().forEach(match -> found.add(name + ": " + match.group()));
        SAID_OTHERWISE.matcher(script).results().forEach(match -> found.add(name + ": say() of something else"));
      }
    });
    assertThat(found).isEmpty();
  }
}
