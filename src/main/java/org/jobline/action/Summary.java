package org.jobline.action;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What an action does to an order: what an agent confirms.
 *
 * @param status number and name of the status it leads to
 * @param locked whether the order then waits for authorisation
 */
record Summary(String status, boolean locked, List<SummaryLine> lines) {

  private static final int BYTES_OF_A_MARK = 8;

  Summary {
    lines = List.copyOf(lines);
  }

  /** The same for summaries that say the same. */
  String mark() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES_OF_A_MARK);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
