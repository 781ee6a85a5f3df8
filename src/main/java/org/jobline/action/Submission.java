package org.jobline.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.problem.InvalidFields;

/**
 * What an agent filled in, unchecked.
 *
 * @param fields as they came: strings, numbers, booleans, lists; by field key
 * @param channel null: the first menu of the action
 * @param spokeTo who called or was called, null when nobody
 */
public record Submission(Map<String, Object> fields, Channel channel, String spokeTo) {

  private static final int MAX_NAME = 200;

  /** @throws InvalidFields when whom one spoke to is no name */
  public Submission {
    if (spokeTo != null && (spokeTo.length() > MAX_NAME || spokeTo.indexOf('\0') >= 0)) {
      throw new InvalidFields("spokeTo", "must have at most " + MAX_NAME + " characters, and not the character NUL.");
    }
    spokeTo = spokeTo == null || spokeTo.isBlank() ? null : spokeTo.strip();
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * As a client of the REST API sends it.
   *
   * @throws InvalidFields when channel or name are none
   */
  public static Submission read(Map<String, Object> fields, Object channel, Object spokeTo) {
    if (spokeTo != null && !(spokeTo instanceof String)) {
      throw new InvalidFields("spokeTo", "must be text.");
    }
    return new Submission(fields, Channel.read(channel), (String) spokeTo);
  }

  public static Submission of(Map<String, Object> fields) {
    return new Submission(fields, null, null);
  }
}
