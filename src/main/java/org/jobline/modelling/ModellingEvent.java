package org.jobline.modelling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a file.
 *
 * @param who a user, or {@code jobline} itself
 * @param fromVersion what was in force before
 * @param release the release whose file it is about
 * @param reason why, in the words of who did it or of a check that refused it
 */
record ModellingEvent(
    @Nullable Instant at, String who, What what, String file, @Nullable Integer fromVersion,
    @Nullable Integer toVersion, @Nullable String fromHash, @Nullable String toHash, @Nullable String release,
    @Nullable String reason) {

  enum What {
    /** By a client, such as the Modeler. */
    DEPLOYED,
    /** A new release brought it. */
    RELEASED,
    /** A new release has another one than the process owner's, which stays in force. */
    CONFLICT,
    /** A new release has one that does not pass the checks. */
    REFUSED,
    /** The process owner preferred the release's. */
    TAKEN,
    /** The process owner preferred the one in force. */
    KEPT,
    /** The process owner put an earlier version in force again. */
    RESTORED
  }

  static ModellingEvent of(
      What what, String who, @Nullable DeployedFile before, DeployedFile after, @Nullable String reason) {
    return new ModellingEvent(null, who, what, after.file(), before == null ? null : before.version(),
        after.version(), before == null ? null : before.hash(), after.hash(), after.release(), reason);
  }

  /** Of a file of a release that was not deployed. */
  static ModellingEvent of(
      What what, String who, @Nullable DeployedFile inForce, ReleaseFile offered, @Nullable String reason) {
    return new ModellingEvent(null, who, what, offered.file(), inForce == null ? null : inForce.version(), null,
        inForce == null ? null : inForce.hash(), offered.hash(), offered.release(), reason);
  }

  ModellingEvent of(String release) {
    return new ModellingEvent(at, who, what, file, fromVersion, toVersion, fromHash, toHash, release, reason);
  }
}
