package org.jobline.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderMark;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out forms with what they show. */
@Service
class ActionForms {

  private static final int CHOICES = 200;
  private static final int TYPE_AHEAD = 20;

  private final Actions actions;
  private final Diagrams diagrams;
  private final Forms forms;
  private final FormValues formValues;
  private final PickLists pickLists;
  private final Orders orders;
  private final OrderCard card;
  private final ObjectMapper json;
  private final Clock clock;

  ActionForms(
      Actions actions, Diagrams diagrams, Forms forms, FormValues formValues, PickLists pickLists, Orders orders,
      OrderCard card, ObjectMapper json, Clock clock) {
    this.actions = actions;
    this.diagrams = diagrams;
    this.forms = forms;
    this.formValues = formValues;
    this.pickLists = pickLists;
    this.orders = orders;
    this.card = card;
    this.json = json;
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
    ObjectNode data = result.putObject("data");
    Map<String, Object> shown = card.of(order);
    shown.forEach((name, value) -> data.set(name, json.valueToTree(value)));
    data.put(OrderCard.STATUS, order.status().toString());
    form.fields().stream()
        .filter(FormField::isSelectFromPickList)
        .map(FormField::pickList)
        .forEach(list -> data.set(list,
            json.valueToTree(pickLists.named(list).choices(Optional.of(order), "", CHOICES))));
    formValues.of(action, order).forEach((field, value) -> data.set(field, json.valueToTree(value)));
    return new Shown(result, OrderMark.of(order, clock.instant()));
  }

  /** Whether the action's form, in any place it is drawn, has a field. */
  boolean haveField(ActionKey key, String field) {
    return diagrams.places(key).stream().anyMatch(action -> forms.of(action).field(field).isPresent());
  }

  @Transactional(readOnly = true)
  List<Choice> choices(String pickList, Optional<OrderNumber> number, String text) {
    return pickLists.named(pickList).choices(number.map(orders::get), text, TYPE_AHEAD);
  }
}
