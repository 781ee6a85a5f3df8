package org.jobline.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A translation is for a language the desk speaks, and shows of the order what the original shows. */
@Component
class TranslationCheck implements ModelCheck {

  /** Besides English, which is what diagrams and forms are in. */
  private static final Set<String> LANGUAGES = Set.of("de");
  private static final Pattern PLACE = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\([^)]*\\)");

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.contents().forEach((resource, content) -> {
      if (DefinitionFile.isTranslation(resource)) {
        check(content, new ProblemsOfFile(resource, problems));
      }
    });
    return problems;
  }

  private static void check(byte[] content, ProblemsOfFile problems) {
    String language = problems.resource().replaceAll(".*texts\\.|\\.json$", "");
    problems.requireOfTheFile(LANGUAGES.contains(language), "language", "The desk doesn't speak \"" + language
        + "\". Translations are possible into: " + String.join(", ", LANGUAGES) + ".");
    try {
      JsonNode root = Translation.JSON.readTree(content);
      problems.requireOfTheFile(root.isObject(), null,
          "A translation has the parts " + String.join(", ", Translation.PARTS) + ".");
      root.properties().forEach(part -> checkPart(part.getKey(), part.getValue(), problems));
    } catch (JsonProcessingException e) {
      problems.requireOfTheFile(false, null, "This isn't JSON, in line " + e.getLocation().getLineNr() + ": "
          + e.getOriginalMessage() + ".");
    } catch (IOException e) {
      problems.requireOfTheFile(false, null, "This can't be read: " + e.getMessage() + ".");
    }
  }

  private static void checkPart(String part, JsonNode texts, ProblemsOfFile problems) {
    problems.requireOneOf(Translation.PARTS, part, null, "part");
    problems.requireOfTheFile(texts.isObject(), part,
        "\"" + part + "\" must be a group of texts, e.g. {\"Accept Job\": \"Auftrag annehmen\"}.");
    texts.properties().forEach(text -> checkText(part, text.getKey(), text.getValue(), problems));
  }

  private static void checkText(String part, String original, JsonNode translation, ProblemsOfFile problems) {
    String text = translation.asText();
    problems.requireOfTheFile(translation.isTextual() && !text.isBlank(), part,
        "\"" + original + "\" needs a translation. Leave out what is to stay in English.");
    problems.requireOfTheFile(found(PLACE, original).equals(found(PLACE, text)), part, "The translation of \""
        + original + "\" must show the same of the order, exactly as written there: "
        + String.join(" ", found(PLACE, original)) + ".");
    problems.requireOfTheFile(found(LINK, original).equals(found(LINK, text)), part,
        "The translation of \"" + original + "\" must have the same links: " + String.join(" ", found(LINK, original))
            + ".");
  }

  /** In the order of the alphabet: another language may say it in another order. */
  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).sorted().toList();
  }
}
