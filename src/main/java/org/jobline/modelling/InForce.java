package org.jobline.modelling;

import java.util.Map;
import java.util.Optional;

/** What a deployment joins: the newest of everything that was deployed before and can be read. */
interface InForce {

  /** The processes, by their keys. */
  Map<String, Sheet> sheets();

  /**
   * The content of a form that was deployed last.
   *
   * @param key such as {@code accept-job}
   */
  Optional<byte[]> form(String key);

  /** Whether there is such a decision table. */
  boolean hasTable(String key);
}
