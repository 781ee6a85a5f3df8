package org.jobline.operations.monitoring;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.order.Order;
import org.jobline.platform.engine.Placement.Place;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Where an order can be put back to: what a step would have done on the way cannot be made up for by standing there. */
@Component
class PossiblePlaces {

  private final Entrances entrances;
  private final WorkOrders workOrders;

  PossiblePlaces(Entrances entrances, WorkOrders workOrders) {
    this.entrances = entrances;
    this.workOrders = workOrders;
  }

  /** The definition of the lifecycle an order begins again that has none. */
  String lifecycleOf(Order order) {
    return entrances.newestLifecycle(order.type());
  }

  /**
   * @param definition the id of the order's lifecycle
   * @param status a number such as {@code 1.03}
   * @throws InvalidFieldsException when the order cannot wait in that status
   */
  Place of(Order order, String definition, String status) {
    Map<String, Place> places = entrances.of(definition, order.type());
    String fitting = places.keySet().stream().filter(code -> fits(code, order)).collect(Collectors.joining(", "));
    Place place = Optional.ofNullable(places.get(status)).orElseThrow(() ->
        new InvalidFieldsException("status", "Status must be one of " + fitting + "."));
    if (!fits(status, order)) {
      throw new InvalidFieldsException("status", "This status isn't possible for an order that is " + state(order)
          + ". Possible: " + fitting + ".");
    }
    return place;
  }

  private boolean fits(String code, Order order) {
    int stage = code.charAt(0) - '0';
    boolean isCancelled = code.endsWith("9");
    return isCancelled == order.cancelledAt().isPresent()
        && (isCancelled || (stage == 5) == order.completedAt().isPresent())
        && (isCancelled || stage == 0 || !lacksContractor(order));
  }

  private String state(Order order) {
    if (order.cancelledAt().isPresent()) {
      return "cancelled";
    }
    return order.completedAt().isPresent() ? "completed"
        : "not completed" + (lacksContractor(order) ? " and has no contractor" : "");
  }

  /** Somebody has to come, and nobody was chosen. */
  private boolean lacksContractor(Order order) {
    return workOrders.find(order).filter(found -> found.contractor().isEmpty()).isPresent();
  }
}
