package org.jobline.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Something said of a person in an event, kept apart from it. The event holds the hash only, which tells nobody the value
 * once the salt is gone.
 *
 * @param salt null once the value was erased, and where the value was not asked for
 */
public record PersonalValue(String hash, @Nullable String salt, @Nullable String value) {

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  static PersonalValue of(String value) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update(value.getBytes(StandardCharsets.UTF_8));
      return new PersonalValue(HexFormat.of().formatHex(digest.digest()), HexFormat.of().formatHex(salt), value);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static PersonalValue hashOnly(String hash) {
    return new PersonalValue(hash, null, null);
  }
}
