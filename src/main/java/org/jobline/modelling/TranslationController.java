package org.jobline.modelling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What diagrams and forms say, for a desk in another language. */
@RestController
@Tag(name = "Modelling")
class TranslationController {

  private final TranslationService translations;

  TranslationController(TranslationService translations) {
    this.translations = translations;
  }

  /** Each text as diagrams and forms have it, with what it is in the language. */
  record TranslationView(
      @Schema(description = "of types of order") Map<String, String> types,
      @Schema(description = "of names of actions") Map<String, String> actions,
      @Schema(description = "of names of statuses") Map<String, String> statuses,
      @Schema(description = "of choices that forms offer from decision tables") Map<String, String> choices,
      @Schema(description = "of what forms say") Map<String, String> forms) {

    private static TranslationView of(Translation translation) {
      return new TranslationView(translation.of(Translation.TYPES), translation.of(Translation.ACTIONS),
          translation.of(Translation.STATUSES), translation.of(Translation.CHOICES),
          translation.of(Translation.FORMS));
    }
  }

  @GetMapping(path = "/api/translations/{language}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getTranslation",
      summary = "What diagrams and forms say, in another language; no texts when there is no translation")
  TranslationView of(
      @PathVariable @Schema(example = "de", description = "ISO 639-1 code of the language") String language) {
    return TranslationView.of(translations.into(language));
  }
}
