package org.jobline.modelling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the newest release has of a file.
 *
 * @param takenHash what was last taken of a release, or decided about; null when nothing was
 * @param refusal why it could not be deployed
 */
record ReleaseFile(
    String file, String name, @Nullable String takenHash, String hash, String release, Instant offeredAt,
    @Nullable String refusal) {

  static Map<String, ReleaseFile> byId(List<ReleaseFile> files) {
    return files.stream().collect(Collectors.toMap(ReleaseFile::file, Function.identity(), (one, same) -> same));
  }

  /** Nobody has to decide about it any more. */
  ReleaseFile decided() {
    return new ReleaseFile(file, name, hash, hash, release, offeredAt, null);
  }

  ReleaseFile refused(String why) {
    return new ReleaseFile(file, name, takenHash, hash, release, offeredAt, why);
  }

  /** Whether it is in force. */
  boolean isTaken(Optional<DeployedFile> inForce) {
    return inForce.filter(present -> present.hash().equals(hash)).isPresent();
  }

  /** Whether the release changed it and nobody else did. */
  boolean isDue(Optional<DeployedFile> inForce) {
    return inForce.isEmpty() || !hash.equals(takenHash) && inForce.get().hash().equals(takenHash);
  }

  /** Whether the release changed it and a process owner did too, in another way. */
  boolean isInConflict(Optional<DeployedFile> inForce) {
    return inForce.isPresent() && !isTaken(inForce) && !hash.equals(takenHash) && !isDue(inForce);
  }

  /** Whether a process owner has something to decide. */
  boolean isOpen(Optional<DeployedFile> inForce) {
    return isInConflict(inForce) || refusal != null && isDue(inForce);
  }
}
