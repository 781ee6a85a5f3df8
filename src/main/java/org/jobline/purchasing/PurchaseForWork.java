package org.jobline.purchasing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobline.action.Fields;

/**
 * What somebody wants to be bought for a work order.
 *
 * @param entered by the keys of the form that creates a purchasing order, which reads it
 */
record PurchaseForWork(Map<String, String> entered) {

  private static final Set<String> ASKED = Set.of(
      "supplier", "lines", "requestedDate", "deliveryLocation", "contactName", "contactPhone", "costCode", "reason",
      "notes");

  PurchaseForWork {
    entered = Map.copyOf(entered);
  }

  static PurchaseForWork of(Fields form) {
    return new PurchaseForWork(form.asMap().entrySet().stream().filter(field -> ASKED.contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().toString())));
  }
}
