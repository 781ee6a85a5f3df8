package org.jobline.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of an order, without its content. What is said of the file is said of its latest version.
 *
 * @param subType null when there is none
 * @param size in bytes
 * @param versions oldest first
 */
public record Document(
    UUID id, String type, @Nullable String subType, String title, String fileName, String mediaType, long size,
    Instant uploadedAt, String uploadedBy, List<Version> versions) {

  /** One state of the file. */
  public record Version(
      int version, String fileName, String mediaType, long size, String sha256, Instant uploadedAt,
      String uploadedBy) {}

  static Document of(UUID id, String type, @Nullable String subType, String title, List<Version> versions) {
    Version latest = versions.get(versions.size() - 1);
    return new Document(id, type, subType, title, latest.fileName(), latest.mediaType(), latest.size(),
        latest.uploadedAt(), latest.uploadedBy(), versions);
  }

  Version latest() {
    return versions.get(versions.size() - 1);
  }
}
