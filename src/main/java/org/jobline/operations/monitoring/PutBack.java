package org.jobline.operations.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jobline.action.ActionLog;
import org.jobline.action.Agent;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.Placement;
import org.jobline.platform.engine.Placement.Place;
import org.jobline.platform.engine.SystemAuthentication;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an order that is stuck back to a status, from where it goes on as the diagrams say. */
@Service
class PutBack {

  private static final String KEY = "put-back";
  private static final String LABEL = "Put Back";
  private static final int REASON = 1_000;

  private final WorkOrders orders;
  private final StuckOrders stuck;
  private final Entrances entrances;
  private final Placement placement;
  private final ActionLog log;
  private final OrderCard card;
  private final SystemAuthentication system;

  PutBack(
      WorkOrders orders, StuckOrders stuck, Entrances entrances, Placement placement, ActionLog log, OrderCard card,
      SystemAuthentication system) {
    this.orders = orders;
    this.stuck = stuck;
    this.entrances = entrances;
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
  public WorkOrder putBack(Agent agent, OrderNumber number, String status, String reason) {
    return system.call(() -> {
      check(status, reason);
      WorkOrder order = orders.lockOrFail(number);
      StuckOrder found = stuck.find(number).orElseThrow(() -> new NotStuckException(order.order()));
      Optional<String> process = found.runningProcess();
      String definition = process.map(placement::definitionOf)
          .orElseGet(() -> entrances.newestLifecycle(order.type()));
      Map<String, Place> places = entrances.of(definition, order.type());
      String fitting = places.keySet().stream().filter(code -> fits(code, order)).collect(Collectors.joining(", "));
      Place place = Optional.ofNullable(places.get(status))
          .orElseThrow(() -> refusal("Status must be one of " + fitting + "."));
      if (!fits(status, order)) {
        throw refusal("This status isn't possible for an order that is " + state(order)
            + ". Possible: " + fitting + ".");
      }
      String why = reason.strip();
      log.record(agent, order.order(), KEY, LABEL, Map.of("status", status, "reason", why), why, () -> {
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

  /** What a step would have done on the way to a status cannot be made up for by standing there. */
  private static boolean fits(String code, WorkOrder order) {
    int stage = code.charAt(0) - '0';
    boolean isCancelled = code.endsWith("9");
    return isCancelled == order.cancelledAt().isPresent()
        && (isCancelled || (stage == 5) == order.completedAt().isPresent())
        && (isCancelled || stage == 0 || order.contractor().isPresent());
  }

  private static String state(WorkOrder order) {
    if (order.cancelledAt().isPresent()) {
      return "cancelled";
    }
    return order.completedAt().isPresent() ? "completed"
        : "not completed" + (order.contractor().isEmpty() ? " and has no contractor" : "");
  }

  private void setDown(WorkOrder order, Optional<String> process, String definition, Place place) {
    try {
      process.ifPresentOrElse(
          running -> placement.move(running, place),
          () -> placement.start(definition, order.number().value(), card.of(order.order()), place));
    } catch (ProcessEngineException e) {
      throw refusal("The order can't be put back to this status: " + rootOf(e).getMessage() + ".");
    }
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  private void checkArrived(WorkOrder order, String status) {
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
