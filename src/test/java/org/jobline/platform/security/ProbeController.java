package org.jobline.platform.security;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.jobline.action.CurrentAgent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A piece of our API that tells who its caller is taken for. */
@TestComponent
@RestController
public class ProbeController {

  private final CurrentAgent agent;
  private final IdentityService identity;

  ProbeController(CurrentAgent agent, IdentityService identity) {
    this.agent = agent;
    this.identity = identity;
  }

  @GetMapping("/api/probe")
  Map<String, Object> read() {
    return Map.of(
        "name", agent.get().name(),
        "groups", agent.get().groups().stream().sorted().toList(),
        "engineUser", Optional.ofNullable(identity.getCurrentAuthentication()).map(user -> user.getUserId()).orElse(""));
  }

  @PostMapping("/api/probe")
  Map<String, Object> write() {
    return read();
  }
}
