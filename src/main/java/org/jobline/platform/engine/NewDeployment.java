package org.jobline.platform.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was deployed.
 *
 * @param user who deployed it; empty when the application did
 */
public record NewDeployment(String id, Instant at, Optional<String> user, List<File> files) {

  public NewDeployment {
    files = List.copyOf(files);
  }

  /**
   * @param name such as {@code processes/stages/assignment.bpmn}
   * @param versions of what the file defines, by key
   */
  public record File(String name, byte[] content, Map<String, Integer> versions) {}
}
