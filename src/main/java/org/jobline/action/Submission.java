package org.jobline.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/**
 * What an agent filled in, unchecked.
 *
 * @param fields as they came: strings, numbers, booleans, lists; by field key
 * @param channel null: the first menu of the action
 * @param spokeTo who called or was called, null when nobody
 * @param openedOn the order's last event when its form was opened, null when the client does not send it
 */
public record Submission(
    Map<String, Object> fields, @Nullable Channel channel, @Nullable String spokeTo, @Nullable Integer openedOn) {

  public Submission {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public Submission(Map<String, Object> fields, @Nullable Channel channel, @Nullable String spokeTo) {
    this(fields, channel, spokeTo, null);
  }

  /** The same, filled in when this was the order's last event. */
  Submission openedOn(int event) {
    return new Submission(fields, channel, spokeTo, event);
  }

  /**
   * What a client sent beside the fields of the form, which may be of any type too.
   *
   * @throws InvalidFieldsException when the name of the person spoken to isn't text
   */
  public static Submission of(Map<String, Object> fields, @Nullable Channel channel, @Nullable Object spokeTo) {
    if (spokeTo != null && !(spokeTo instanceof String)) {
      throw new InvalidFieldsException("spokeTo", "Spoke to must be text.");
    }
    return new Submission(fields, channel, (String) spokeTo);
  }

  public static Submission of(Map<String, Object> fields) {
    return new Submission(fields, null, null);
  }
}
