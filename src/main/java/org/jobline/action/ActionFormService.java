package org.jobline.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.jobline.order.Order;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out forms with what they show. */
@Service
class ActionFormService {

  private final ActionService actions;
  private final Diagrams diagrams;
  private final Forms forms;
  private final FormData data;
  private final Orders orders;
  private final Clock clock;

  ActionFormService(ActionService actions, Diagrams diagrams, Forms forms, FormData data, Orders orders, Clock clock) {
    this.actions = actions;
    this.diagrams = diagrams;
    this.forms = forms;
    this.data = data;
    this.orders = orders;
    this.clock = clock;
  }

  /** @param mark tells which state of the order it shows */
  record Shown(ObjectNode form, String mark) {}

  /** The form of an offered action with its {@code data}: the order's card and status and the pick lists it names. */
  @Transactional(readOnly = true)
  Shown of(Agent agent, OrderNumber number, ActionKey key) {
    ActionDefinition action = actions.definition(agent, number, key);
    FormDefinition form = forms.of(action);
    Order order = orders.get(number);
    ObjectNode result = form.json().deepCopy();
    data.fill(result.putObject("data"), form, action, order);
    return new Shown(result, OrderMark.of(order, clock.instant()));
  }

  /** Whether the action's form, in any place it is drawn, has a field. */
  boolean haveField(ActionKey key, String field) {
    return diagrams.places(key).stream().anyMatch(action -> forms.of(action).field(field).isPresent());
  }
}
