package org.jobline.workorder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One completed action, written once and never changed. The hash covers every other component and the hash of the
 * event before, so that a changed or missing event is found.
 *
 * @param fields JSON of what was submitted and what changed by it
 */
public record WorkOrderEvent(
    String orderNumber,
    int sequence,
    Instant at,
    String agent,
    String channel,
    String spokeTo,
    String action,
    String label,
    String statusBefore,
    String statusAfter,
    String summary,
    boolean isPrivate,
    String fields,
    String previousHash,
    String hash) {

  WorkOrderEvent chained() {
    return new WorkOrderEvent(
        orderNumber, sequence, at, agent, channel, spokeTo, action, label, statusBefore, statusAfter, summary,
        isPrivate, fields, previousHash, computeHash());
  }

  boolean isIntact(String expectedPreviousHash) {
    return previousHash.equals(expectedPreviousHash) && hash.equals(computeHash());
  }

  private String computeHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String[] components = {
        orderNumber, String.valueOf(sequence), at.toString(), agent, channel, spokeTo, action, label, statusBefore,
        statusAfter, summary, String.valueOf(isPrivate), fields, previousHash
      };
      for (String component : components) {
        // the length in front keeps "ab","c" and "a","bc" apart
        byte[] bytes = (component == null ? "\0" : component).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
