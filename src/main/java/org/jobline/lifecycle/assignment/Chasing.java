package org.jobline.lifecycle.assignment;

import java.time.Duration;

/** Knows when the desk takes something up again. */
public interface Chasing {

  /** How long to wait on an occasion such as {@code no answer}. */
  Duration after(String occasion);
}
