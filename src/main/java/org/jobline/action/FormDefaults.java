package org.jobline.action;

import java.util.Map;
import org.jobline.order.Order;

/** What the fields of a form show before the agent has typed anything. */
public interface FormDefaults {

  /**
   * The name of a value for the desk: by key of a field with {@code overwritesOf}, and what stands in the field that
   * says which, what the field then begins with.
   */
  String VALUES_BY_CHOICE = "valuesByChoice";

  boolean areFor(String action);

  /** By key of the field; those the form does not have are left out. */
  default Map<String, Object> of(Order order) {
    return Map.of();
  }

  /** What else the form's texts and conditions refer to, by name; its conditions are held against it again. */
  default Map<String, Object> contextValues(Order order) {
    return Map.of();
  }
}
