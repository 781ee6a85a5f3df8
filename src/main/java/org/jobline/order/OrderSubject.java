package org.jobline.order;

import java.util.Optional;

/** What orders of some type are about, in a few words, as a list of tasks shows it. */
public interface OrderSubject {

  /** Empty for an order of another type. */
  Optional<String> of(Order order);
}
