package org.jobline.desk.pulse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jobline.action.CurrentAgent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What open pages ask again and again. */
@RestController
@Tag(name = "Tasklist")
class PulseController {

  private final PulseService pulses;
  private final CurrentAgent currentAgent;

  PulseController(PulseService pulses, CurrentAgent currentAgent) {
    this.pulses = pulses;
    this.currentAgent = currentAgent;
  }

  @PostMapping(path = "/api/pulse", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getPulse", summary = "What has changed of what a page has open, and nothing else",
      description = "It also notes that this user has the order open, which colleagues who ask are told.")
  Pulse ask(@RequestBody OpenPage page) {
    page.check();
    return pulses.of(currentAgent.get(), page);
  }
}
