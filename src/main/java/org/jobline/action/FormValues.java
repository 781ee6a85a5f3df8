package org.jobline.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.springframework.stereotype.Component;

/** What an action's form shows before the agent has typed anything. */
@Component
class FormValues {

  private final Forms forms;
  private final List<FormDefaults> present;

  FormValues(Forms forms, List<FormDefaults> present) {
    this.forms = forms;
    this.present = present;
  }

  /** By key of the field, or name in a text or condition; what is not known is left out. */
  Map<String, Object> of(ActionDefinition action, Order order) {
    Map<String, Object> values = new LinkedHashMap<>(contextValues(action, order));
    presentOf(action).forEach(candidate -> candidate.of(order).forEach((field, value) -> {
      if (value != null && forms.of(action).field(field).isPresent()) {
        values.put(field, value);
      }
    }));
    return values;
  }

  /** The fields that show what the order has there, or that it has nothing. */
  Set<String> shown(ActionDefinition action, Order order) {
    return presentOf(action)
        .flatMap(candidate -> Stream.concat(candidate.of(order).keySet().stream(), byChoice(candidate, order)))
        .collect(Collectors.toSet());
  }

  /** What the form's texts and conditions refer to beside its fields. */
  Map<String, Object> contextValues(ActionDefinition action, Order order) {
    Map<String, Object> values = new LinkedHashMap<>();
    presentOf(action).forEach(candidate -> values.putAll(candidate.contextValues(order)));
    return values;
  }

  private static Stream<String> byChoice(FormDefaults candidate, Order order) {
    return candidate.contextValues(order).get(FormDefaults.VALUES_BY_CHOICE) instanceof Map<?, ?> values
        ? values.keySet().stream().map(String::valueOf) : Stream.empty();
  }

  private Stream<FormDefaults> presentOf(ActionDefinition action) {
    return present.stream().filter(candidate -> candidate.areFor(action.key().value()));
  }
}
