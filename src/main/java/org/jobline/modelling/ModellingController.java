package org.jobline.modelling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jobline.action.CurrentAgent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The process owner's changes beside a release. A file is named by the key of what it defines and its ending, such as
 * {@code assignment.bpmn}, {@code sla-targets.dmn} or {@code accept-job.form}.
 */
@RestController
@RequestMapping(path = "/api/modelling", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Modelling")
class ModellingController {

  private static final int MAX_REASON = 500;

  private final ReleaseReviewService choices;
  private final CurrentAgent currentAgent;

  ModellingController(ReleaseReviewService choices, CurrentAgent currentAgent) {
    this.choices = choices;
    this.currentAgent = currentAgent;
  }

  @GetMapping("/files")
  @Operation(operationId = "getModelFiles",
      summary = "Every diagram, table, form and translation in force, who deployed it, and what the release has")
  List<ReleaseReviewService.FileView> files() {
    return choices.files();
  }

  @GetMapping("/conflicts")
  @Operation(operationId = "getModelConflicts", summary = "Files that a release changed but did not put in force")
  List<ReleaseReviewService.FileView> conflicts() {
    return choices.conflicts();
  }

  @GetMapping("/events")
  @Operation(operationId = "getModelEvents", summary = "What happened to the files, newest first")
  List<ModellingEvent> events(@RequestParam Optional<String> file) {
    return choices.events(file);
  }

  @PostMapping("/{file}/take")
  @Operation(operationId = "takeReleasedFile", summary = "Put the release's version of a file in force")
  ReleaseReviewService.FileView take(
      @PathVariable String file, @RequestParam(required = false) @Nullable @Size(max = MAX_REASON) String reason) {
    return choices.take(currentAgent.get().name(), file, reason);
  }

  @PostMapping("/{file}/restore")
  @Operation(operationId = "restoreFile",
      summary = "Put an earlier version in force again, or keep the one in force beside a release")
  ReleaseReviewService.FileView restore(
      @PathVariable String file, @RequestParam int version,
      @RequestParam(required = false) @Nullable @Size(max = MAX_REASON) String reason) {
    return choices.restore(currentAgent.get().name(), file, version, reason);
  }
}
