package org.jobline.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.springframework.stereotype.Component;

/** What a form shows of its order: card and status, the pick lists it names, what is there already. */
@Component
class FormData {

  private final OrderCard card;
  private final PickLists pickLists;
  private final FormValues values;
  private final ObjectMapper json;

  FormData(OrderCard card, PickLists pickLists, FormValues values, ObjectMapper json) {
    this.card = card;
    this.pickLists = pickLists;
    this.values = values;
    this.json = json;
  }

  /** @param data is filled by name */
  void fill(ObjectNode data, FormDefinition form, ActionDefinition action, Order order) {
    Map<String, Object> shown = card.of(order);
    shown.forEach((name, value) -> data.set(name, json.valueToTree(value)));
    data.put(OrderCard.STATUS, order.status().toString());
    pickLists.fill(data, form, Optional.of(order));
    values.of(action, order).forEach((field, value) -> data.set(field, json.valueToTree(value)));
    pickLists.name(data, form, order);
  }
}
