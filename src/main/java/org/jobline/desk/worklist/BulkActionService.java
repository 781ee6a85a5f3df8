package org.jobline.desk.worklist;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AvailableAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Service;

/** What can be done with several orders at once. */
@Service
class BulkActionService {

  private static final int MAX_ORDERS = 50;

  private final ActionService actions;

  BulkActionService(ActionService actions) {
    this.actions = actions;
  }

  /**
   * The actions every one of the orders offers, without the tasks they may stand open as.
   *
   * @throws InvalidFieldsException when there are no orders, or more than anybody should change with one click
   * @throws NotFoundException when there is no such order
   */
  List<AvailableAction> of(Agent agent, List<OrderNumber> numbers) {
    if (numbers.isEmpty() || numbers.size() > MAX_ORDERS) {
      throw new InvalidFieldsException("numbers", "must be 1 to " + MAX_ORDERS + " orders.");
    }
    List<AvailableAction> shared = actions.offered(agent, numbers.get(0));
    for (OrderNumber number : numbers.subList(1, numbers.size())) {
      Set<String> keys = actions.offered(agent, number).stream().map(AvailableAction::key).collect(Collectors.toSet());
      shared = shared.stream().filter(offer -> keys.contains(offer.key())).toList();
    }
    return shared.stream()
        .map(offer ->
            new AvailableAction(offer.key(), offer.label(), offer.menus(), offer.prompt(), offer.form(), null))
        .toList();
  }
}
