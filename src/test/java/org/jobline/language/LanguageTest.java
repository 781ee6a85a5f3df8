package org.jobline.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what people read against the words they use: plain British English and, at the desk, plain German. */
class LanguageTest {

  /** What was found on screens and in messages, and what to say in its place. */
  private static final List<Unsaid> UNSAID = List.of(
      // nobody would say it
      new Unsaid("none that|another than|anew\\b|\\bwhoever|goes before|put right|found again", "plain English"),
      new Unsaid("\\b(he|him|his|himself)\\b", "they"),
      new Unsaid("(?<!there )\\bis no (key|group|field|condition|number|form|table|action|variable|XML)\\b", "isn't a"),
      new Unsaid("is not possible|is not needed|must not be (in|before|above|filled|ticked|empty)\\b",
          "a sentence that says what to do"),
      new Unsaid("must be (filled in|chosen\\b(?! from the list)|given|another)", "is required"),
      new Unsaid("nothing would (be different|change)", "You haven't changed anything."),
      new Unsaid("somebody else\\b", "someone else"),
      // one word for one thing
      new Unsaid("types? of work\\b(?! order)", "work type"),
      new Unsaid("(told|tell|leaves?|of|to|from|another) (the|another) resource\\b|the resource('s|\\.)", "contractor"),
      new Unsaid("contacts? of the (building|site)", "site contact"),
      new Unsaid("what is wrong\\?", "Description"),
      new Unsaid("waits for (authorisation|finance\\b(?!\\.))", "waiting for"),
      new Unsaid("marked-up price", "client price"),
      // hints and labels
      new Unsaid("(leave|left) empty", "leave blank"),
      new Unsaid("in the time of the site", "site local time"),
      new Unsaid("than the SLA says", "earlier or later than the SLA"),
      new Unsaid("resource told", "How did you notify the contractor?"),
      new Unsaid("of the caller or of", "Who did you speak to?"),
      new Unsaid("of this group|number approved now", "currently approved"),
      new Unsaid("of the client's side", "Who at the client approved it?"),
      new Unsaid("visit goes on", "still on site"),
      new Unsaid("said at the start", "only if different from start"),
      new Unsaid("called back", "reason for recall"),
      new Unsaid("zero for ever", "can't be undone"),
      new Unsaid("goes back to the calculated", "revert to"),
      new Unsaid("one a line", "one per line"),
      new Unsaid("(take|takes) the mark off|CIS mark", "Remove CIS"),
      new Unsaid("without a tick", "leave all blank"),
      new Unsaid("with who gets it|as it stands to", "Recipients shown"),
      new Unsaid("^what to do$|^what is it\\?|^what is done", "Action"),
      new Unsaid("is uploaded\\.|file by a new version", "uploaded"),
      new Unsaid("look at them:", "Preview:"),
      new Unsaid("· made \\$", "printed"),
      new Unsaid("nothing else will be invoiced|number of the resource", "Final invoice"),
      new Unsaid("follows from the site", "filled in from the site"),
      new Unsaid("although there is an open order|to log it all the same", "Log anyway"),
      // the desk
      new Unsaid("has these words|answers this|more words find", "No orders found."),
      new Unsaid("with those selected|do it on|acts on those", "Bulk actions"),
      new Unsaid("waits with$|by (nobody|somebody)$|still to come", "Next action"),
      new Unsaid("what I am at|what my group has", "Jobs assigned to me"),
      new Unsaid("^why not …|it is for %s|gone past it|it may become", "Why can't I …?"),
      new Unsaid("one moment|move further", "Loading …"),
      new Unsaid("(has been|could not be) started\\.|error happened", "Order logged"));

  /** What columns, filters and headings of the desk were called. */
  private static final Set<String> FORMER_LABELS =
      Set.of("Facts", "Path", "Words", "Taken", "Type of work", "Resource", "Everything", "Its reference", "nothing");
  private static final Pattern ENGINE_WORDS =
      Pattern.compile("\\b(process(es)?|tasks?|instances?)\\b|Prozess|Aufgabe|Instanz", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENGLISH_IN_GERMAN = Pattern.compile(
      "Einen Moment|Mit den ausgewählten|entspricht dem|mehr Wörter|handelt an|Warum nicht|Wartet mit|sagen Sie es");

  private static final Path SCRIPTS =
      Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/scripts");
  private static final Pattern NAMES = Pattern.compile("\\b(?:name|label)=\"([^\"]*)\"");
  private static final Pattern TEXTS =
      Pattern.compile("<(?:\\w+:)?(?:text|documentation|description)(?: [^>]*)?>(.*?)</", Pattern.DOTALL);
  private static final Pattern JSON_TEXTS =
      Pattern.compile("\"(?:name|label|description)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*'((?:[^'\\\\]|\\\\.)*)'");
  private static final Pattern ENTRY =
      Pattern.compile("^  '((?:[^'\\\\]|\\\\.)*)': '((?:[^'\\\\]|\\\\.)*)',?$", Pattern.MULTILINE);
  private static final Pattern SHORTCUT = Pattern.compile("'([A-ZÄÖÜ][^']* [^']*)'");
  private static final Pattern PROPERTY = Pattern.compile("^[\\w.-]+=(.*)$", Pattern.MULTILINE);
  private static final Set<String> SHOWN = Set.of("label", "dateLabel", "description", "text");
  private static final Pattern COMMENT = Pattern.compile("^\\s*(?:\\*|//|/\\*).*$", Pattern.MULTILINE);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");

  private record Unsaid(Pattern words, String better) {

    Unsaid(String words, String better) {
      this(Pattern.compile(words, Pattern.CASE_INSENSITIVE), better);
    }
  }

  private record Text(Path file, String words) {}

  private static List<Text> texts(String folder, String ending, Pattern pattern) {
    return files(folder, ending)
        .flatMap(file -> pattern.matcher(read(file)).results()
            .map(match -> new Text(file, line(group(match)))))
        .toList();
  }

  private static String group(MatchResult match) {
    return match.groupCount() == 0 ? match.group() : match.group(1);
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
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

  private static List<Text> forms() {
    return Stream.of("forms", "docs/example").flatMap(folder -> files(folder, ".form")).flatMap(file -> {
      List<Text> texts = new ArrayList<>();
      collect(file, parse(file), texts);
      return texts.stream();
    }).toList();
  }

  private static JsonNode parse(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(Path file, JsonNode node, List<Text> texts) {
    node.properties().forEach(field -> {
      if (SHOWN.contains(field.getKey()) && field.getValue().isTextual()) {
        texts.add(new Text(file, field.getValue().asText()));
      }
    });
    node.forEach(child -> collect(file, child, texts));
  }

  private static List<Text> drawn() {
    return Stream.of("processes", "docs").flatMap(folder -> Stream.of(".bpmn", ".dmn")
        .flatMap(ending -> Stream.of(NAMES, TEXTS)
            .flatMap(pattern -> texts(folder, ending, pattern).stream()))).toList();
  }

  private static List<Text> desk() {
    return Stream.of(
        texts(SCRIPTS.toString(), ".js", SAID),
        texts(SCRIPTS.toString(), "config.js", SHORTCUT)).flatMap(List::stream).toList();
  }

  private static List<Text> letters() {
    return Stream.of(
        texts("src/main/resources/mail", "messages.properties", PROPERTY),
        texts("src/main/resources/paper", ".html", Pattern.compile("(?:>|\"\\|)([^<>|]+)(?:<|\\|)")),
        texts("src/main/resources/demo", ".csv", Pattern.compile("[^,\n]+"))).flatMap(List::stream).toList();
  }

  /** Literals of the sources, joined where one is written over several lines; those of SQL have none of our words. */
  private static List<Text> messages() {
    return files("src/main/java", ".java").flatMap(file -> {
      String source = COMMENT.matcher(read(file)).replaceAll("").replaceAll("\"\\s*\\+\\s*\"", "");
      return LITERAL.matcher(source).results().map(match -> new Text(file, match.group(1)));
    }).toList();
  }

  private static List<Text> everything() {
    List<Text> all = Stream.of(forms(), drawn(), desk(), letters(), messages(),
        texts("processes/.camunda/element-templates", ".json", JSON_TEXTS)).flatMap(List::stream).toList();
    assertThat(all).hasSizeGreaterThan(5_000);
    return all;
  }

  @Test
  void nothing_people_read_has_words_nobody_would_say() {
    assertThat(everything().stream().flatMap(text -> UNSAID.stream()
        .filter(unsaid -> unsaid.words().matcher(text.words()).find())
        .map(unsaid -> "%s: \"%s\" - better: %s".formatted(text.file(), text.words(), unsaid.better()))).distinct())
        .isEmpty();
  }

  @Test
  void agents_read_the_words_of_their_trade() {
    assertThat(Stream.of(forms(), desk(), letters()).flatMap(List::stream)
        .filter(text -> ENGINE_WORDS.matcher(text.words().replaceAll("\\{\\{.*?}}", "")).find())
        .map(text -> text.file() + ": " + text.words())).isEmpty();
    assertThat(desk()).extracting(Text::words).doesNotContainAnyElementsOf(FORMER_LABELS);
  }

  @Test
  void the_german_of_the_desk_is_german() {
    List<String> german = ENTRY.matcher(read(SCRIPTS.resolve("jobline/german.js"))).results()
        .map(match -> match.group(2)).toList();
    List<String> all = new ArrayList<>(german);
    ENTRY.matcher(read(SCRIPTS.resolve("jobline/german-refusals.js"))).results()
        .forEach(match -> all.add(match.group(2)));
    parse(Path.of("forms/texts.de.json")).forEach(part -> part.forEach(text -> all.add(text.asText())));
    assertThat(all).hasSizeGreaterThan(500).noneMatch(text -> ENGLISH_IN_GERMAN.matcher(text).find())
        .noneMatch(text -> ENGINE_WORDS.matcher(text).find());
  }

  /** A message of a service is read beside its field and alone: it has to be a sentence that says which field it is. */
  @Test
  void messages_about_fields_of_a_form_are_sentences() {
    Set<String> keys = new TreeSet<>();
    files("forms", ".form").forEach(file -> parse(file).findValuesAsText("key").forEach(keys::add));
    Pattern refusal = Pattern.compile("new (?:InvalidFieldsException|FieldError)\\(\\s*\"(\\w+)\",\\s*\"([a-z][^\"]*)\"");
    assertThat(files("src/main/java", ".java")
        .filter(file -> !file.toString().matches(".*/(api|security|worklist|privacy)/.*"))
        .flatMap(file -> refusal.matcher(read(file)).results()
            .filter(match -> keys.contains(match.group(1)))
            .map(match -> file + ": " + match.group(1) + " " + match.group(2)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "In the time of the site. | true", "must not be in the past. | true", "Leave empty to choose. | true",
      "ETA can't be in the past. | false", "Site local time. | false", "Work type | false", "Type of work | true",
      "No type of work order has it | false", "the agent who asked him | true",
      "This contractor isn't CIS-registered. | false"})
  void the_rules_find_what_they_should(String words, boolean isFound) {
    assertThat(UNSAID.stream().anyMatch(unsaid -> unsaid.words().matcher(words).find())).isEqualTo(isFound);
  }
}
