package org.jobline.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jobline.order.Order;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Component;

/** All pick lists by name. */
@Component
class PickLists {

  /** What a select box can hold; longer lists need type-ahead. */
  private static final int MAX_CHOICES = 200;

  private final Map<String, PickList> byName;
  private final ObjectMapper json;

  PickLists(List<PickList> lists, ObjectMapper json) {
    this.json = json;
    this.byName = lists.stream().collect(Collectors.toMap(PickList::name, Function.identity()));
  }

  /** @throws NotFoundException when a form or a client names a list that does not exist */
  PickList named(String name) {
    PickList list = byName.get(name);
    if (list == null) {
      throw new NotFoundException("pick list", name);
    }
    return list;
  }

  /**
   * Puts the lists a form's select boxes are filled from into its data.
   *
   * @param order empty while it is being logged
   */
  void fill(ObjectNode data, FormDefinition form, Optional<Order> order) {
    form.fields().stream()
        .filter(FormField::isSelectFromPickList)
        .map(FormField::pickList)
        .forEach(list -> data.set(list, json.valueToTree(named(list).choices(order, "", MAX_CHOICES))));
  }

  /** Puts what stands in tables to look up into the form's data, by the name of its list, so that labels are shown. */
  void name(ObjectNode data, FormDefinition form, Order order) {
    for (FormField field : form.fields()) {
      FormRows rows = field.rows();
      if (rows != null && data.has(field.key())) {
        rows.pickLists().forEach(list -> named(list, rows.codes(data.get(field.key()), list), order)
            .forEach(choice -> data.withArray(list).add(json.<JsonNode>valueToTree(choice))));
      }
    }
  }

  private List<Choice> named(String list, Set<String> codes, Order order) {
    return codes.stream().flatMap(code -> named(list).find(Optional.of(order), code).stream()).toList();
  }

  /** The list for an order as the variable form-js reads it from. */
  TypedValue asJson(String name, Order order) {
    try {
      return SpinValues.jsonValue(json.writeValueAsString(named(name).choices(Optional.of(order), "", MAX_CHOICES)))
          .create();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Choices are plain text and can always be written", e);
    }
  }
}
