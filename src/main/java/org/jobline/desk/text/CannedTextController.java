package org.jobline.desk.text;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jobline.action.Agent;
import org.jobline.action.CurrentAgent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Canned texts. */
@RestController
@RequestMapping(path = "/api/texts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Canned texts")
class CannedTextController {

  private final CannedTextService texts;
  private final CurrentAgent currentAgent;

  CannedTextController(CannedTextService texts, CurrentAgent currentAgent) {
    this.texts = texts;
    this.currentAgent = currentAgent;
  }

  /** @param action null: for every action */
  record CannedTextView(
      long id, String group, @Nullable String action, String name, String text, String changedBy) {

    private static CannedTextView of(CannedText text) {
      return new CannedTextView(text.id(), text.group(), text.action(), text.name(), text.text(), text.changedBy());
    }
  }

  /** @param groups those that this user may keep texts for */
  record CannedTextsView(List<CannedTextView> items, List<String> groups) {}

  /** A text to be kept. */
  record CannedTextDraft(
      @Nullable @Schema(description = "one of this user's groups") String group,
      @Nullable @Schema(description = "key of an action; every action when left out") String action,
      @Nullable @Schema(maxLength = 60) String name,
      @Nullable @Schema(maxLength = 4000) String text) {

    private CannedTextService.Draft draft() {
      return new CannedTextService.Draft(group, action, name, text);
    }
  }

  @GetMapping
  @Operation(operationId = "getTexts",
      summary = "The texts this user's groups keep for an action and for every action, by name")
  CannedTextsView of(@RequestParam String action) {
    Agent agent = currentAgent.get();
    return new CannedTextsView(
        texts.of(agent, action).stream().map(CannedTextView::of).toList(), agent.groups().stream().sorted().toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createText", summary = "Keep a text for a group")
  ResponseEntity<CannedTextView> create(@RequestBody CannedTextDraft draft) {
    CannedText text = texts.create(currentAgent.get(), draft.draft());
    return ResponseEntity.created(URI.create("/api/texts/" + text.id())).body(CannedTextView.of(text));
  }

  @PutMapping("/{id}")
  @Operation(operationId = "changeText", summary = "Replace a text; for every member of its group")
  CannedTextView change(@PathVariable long id, @RequestBody CannedTextDraft draft) {
    return CannedTextView.of(texts.change(currentAgent.get(), id, draft.draft()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteText", summary = "Delete a text; for every member of its group")
  void delete(@PathVariable long id) {
    texts.delete(currentAgent.get(), id);
  }
}
