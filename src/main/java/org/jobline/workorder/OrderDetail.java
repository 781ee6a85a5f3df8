package org.jobline.workorder;

import java.util.Map;

/** A feature's part of what clients see of an order, such as its costs. */
public interface OrderDetail {

  /** Puts the feature's part in under its name. */
  void describe(WorkOrder order, Map<String, Object> description);
}
