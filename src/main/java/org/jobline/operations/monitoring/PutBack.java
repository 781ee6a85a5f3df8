package org.jobline.operations.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jobline.action.ActionLog;
import org.jobline.action.Agent;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.Placement;
import org.jobline.platform.engine.Placement.Place;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an order that is stuck back to a status, from where it goes on as the diagrams say. */
@Service
class PutBack {

  private static final String KEY = "put-back";
  private static final String LABEL = "Put Back";
  private static final int REASON = 1_000;

  private final Orders orders;
  private final StuckOrders stuck;
  private final PossiblePlaces places;
  private final Placement placement;
  private final ActionLog log;
  private final OrderCard card;
  private final SystemAuthentication system;

  PutBack(
      Orders orders, StuckOrders stuck, PossiblePlaces places, Placement placement, ActionLog log, OrderCard card,
      SystemAuthentication system) {
    this.orders = orders;
    this.stuck = stuck;
    this.places = places;
    this.placement = placement;
    this.log = log;
    this.card = card;
    this.system = system;
  }

  /**
   * @param status a number such as {@code 1.03}
   * @throws NotStuckException when it waits for somebody or something
   * @throws InvalidFieldsException when the order cannot wait in that status
   */
  @Transactional
  public Order putBack(Agent agent, OrderNumber number, String status, String reason) {
    return system.call(() -> {
      check(status, reason);
      Order order = orders.lockOrFail(number);
      StuckOrder found = stuck.find(number).orElseThrow(() -> new NotStuckException(order));
      Optional<String> process = found.runningProcess();
      String definition = process.map(placement::definitionOf).orElseGet(() -> places.lifecycleOf(order));
      Place place = places.of(order, definition, status);
      String why = reason.strip();
      log.record(agent, order, KEY, LABEL, Map.of("status", status, "reason", why), why, () -> {
        setDown(order, process, definition, place);
        checkArrived(order, status);
      });
      return order;
    });
  }

  private static void check(String status, String reason) {
    List<FieldError> errors = new ArrayList<>();
    if (status == null || status.isBlank()) {
      errors.add(new FieldError("status", "Status is required: the number of the status to put the order back to."));
    }
    if (reason == null || reason.isBlank() || reason.length() > REASON) {
      errors.add(new FieldError("reason", "Reason is required, up to " + REASON + " characters."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }

  private void setDown(Order order, Optional<String> process, String definition, Place place) {
    try {
      process.ifPresentOrElse(
          running -> placement.move(running, place),
          () -> placement.start(definition, order.number().value(), card.of(order), place));
    } catch (ProcessEngineException e) {
      throw refusal("The order can't be put back to this status: " + rootOf(e).getMessage() + ".");
    }
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  private void checkArrived(Order order, String status) {
    if (!order.status().code().value().equals(status)) {
      throw refusal("The order can't be put back to this status: it would move straight on to " + order.status() + ".");
    }
    if (stuck.find(order.number()).isPresent()) {
      throw refusal("The order can't be put back to this status: it would be stuck there too.");
    }
  }

  private static InvalidFieldsException refusal(String message) {
    return new InvalidFieldsException("status", message);
  }
}
