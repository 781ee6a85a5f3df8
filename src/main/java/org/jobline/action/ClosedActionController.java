package org.jobline.action;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells agents what was closed while they had it open. */
@RestController
@Tag(name = "Agent actions")
class ClosedActionController {

  private final ClosedTasks closed;
  private final CurrentAgent currentAgent;

  ClosedActionController(ClosedTasks closed, CurrentAgent currentAgent) {
    this.closed = closed;
    this.currentAgent = currentAgent;
  }

  record ClosedActionView(@JsonUnwrapped ClosedTasks.Closed closed, String words) {}

  @GetMapping(path = "/api/closed-actions", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getClosedActions",
      summary = "What this user had open that is no longer available, newest first; kept for a week")
  List<ClosedActionView> closed(@RequestParam(required = false) OffsetDateTime since) {
    return closed.since(currentAgent.get().name(), since == null ? Instant.EPOCH : since.toInstant()).stream()
        .map(each -> new ClosedActionView(each, each.words())).toList();
  }
}
