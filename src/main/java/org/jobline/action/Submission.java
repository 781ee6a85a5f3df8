package org.jobline.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an agent filled in, unchecked.
 *
 * @param fields as they came: strings, numbers, booleans, lists; by field key
 * @param channel null: the first menu of the action
 * @param spokeTo who called or was called, null when nobody
 */
public record Submission(Map<String, Object> fields, Channel channel, String spokeTo) {

  public Submission {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public static Submission of(Map<String, Object> fields) {
    return new Submission(fields, null, null);
  }
}
