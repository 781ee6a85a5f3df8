package org.jobline.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One completed action, written once and never changed. The hash covers every other component and the hash of the
 * event before, so that a changed or missing event is found. What is personal in it is kept apart, and may be erased: as
 * written, its texts have places for it; {@link #readable()} fills them.
 *
 * @param fields JSON of what was submitted and what changed by it
 * @param personal what stands in the places, in their order
 */
public record OrderEvent(
    String orderNumber,
    int sequence,
    Instant at,
    String agent,
    @Nullable String channel,
    @Nullable String spokeTo,
    String action,
    String label,
    @Nullable String statusBefore,
    String statusAfter,
    String summary,
    boolean isPrivate,
    String fields,
    List<PersonalValue> personal,
    String previousHash,
    String hash) {

  OrderEvent chained() {
    return new OrderEvent(
        orderNumber, sequence, at, agent, channel, spokeTo, action, label, statusBefore, statusAfter, summary,
        isPrivate, fields, personal, previousHash, computeHash());
  }

  OrderEvent with(List<PersonalValue> values) {
    return new OrderEvent(
        orderNumber, sequence, at, agent, channel, spokeTo, action, label, statusBefore, statusAfter, summary,
        isPrivate, fields, values, previousHash, hash);
  }

  OrderEvent readable() {
    return personal.isEmpty() ? this : new OrderEvent(
        orderNumber, sequence, at, agent, channel,
        spokeTo == null ? null : PersonalTexts.putBack(spokeTo, personal), action, label, statusBefore, statusAfter,
        PersonalTexts.putBack(summary, personal), isPrivate,
        PersonalTexts.putBackIntoJson(fields, personal), personal, previousHash, hash);
  }

  boolean isIntact(String expectedPreviousHash) {
    return previousHash.equals(expectedPreviousHash) && hash.equals(computeHash());
  }

  private String computeHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<String> components = new ArrayList<>(Arrays.asList(
          orderNumber, String.valueOf(sequence), at.toString(), agent, channel, spokeTo, action, label, statusBefore,
          statusAfter, summary, String.valueOf(isPrivate), fields, previousHash));
      personal.forEach(value -> components.add(value.hash()));
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
