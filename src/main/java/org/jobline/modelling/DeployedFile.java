package org.jobline.modelling;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of one deployment.
 *
 * @param file its id, such as {@code assignment.bpmn}
 * @param name what it is called in its deployment
 * @param version of what it defines, as the engine counts
 * @param changedBy who brought this content, which later deployments may have repeated
 * @param release the release the content came with; null when it is a process owner's own
 * @param forms those a diagram names
 */
record DeployedFile(
    String file, String name, String hash, int version, String deployment, Instant deployedAt, String changedBy,
    Instant changedAt, @Nullable String release, List<String> forms) {

  boolean isDiagram() {
    return file.endsWith(DefinitionFile.DIAGRAM);
  }

  /** Whether its deployment brought this content, and did not only repeat it. */
  boolean isChangedHere() {
    return changedAt.equals(deployedAt);
  }
}
