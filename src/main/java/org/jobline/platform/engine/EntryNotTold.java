package org.jobline.platform.engine;

import java.util.Optional;

/**
 * Where an order begins in a sheet when its caller does not say. Diagrams say it; those of orders that were already
 * running when sheets were first told do not.
 */
public interface EntryNotTold {

  /** Empty when the sheet is to be begun as usual. */
  Optional<String> entry(String orderNumber);
}
