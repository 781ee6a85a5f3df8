package org.jobline.action;

import java.util.Map;
import org.jobline.workorder.WorkOrder;

/** What the fields of a form show before the agent has typed anything. */
public interface PresentValues {

  boolean areFor(String action);

  /** By key of the field; those the form does not have are left out. */
  Map<String, Object> of(WorkOrder order);

  /** What else the form's texts and conditions refer to, by name; its conditions are held against it again. */
  default Map<String, Object> besideFields(WorkOrder order) {
    return Map.of();
  }
}
