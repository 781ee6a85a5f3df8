package org.jobline.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What the fields of an action's form show before the agent has typed anything. */
@Component
class FormValues {

  private final Forms forms;
  private final List<PresentValues> present;

  FormValues(Forms forms, List<PresentValues> present) {
    this.forms = forms;
    this.present = present;
  }

  /** By key of the field; what is not known is left out. */
  Map<String, Object> of(ActionDefinition action, WorkOrder order) {
    Map<String, Object> values = new LinkedHashMap<>();
    present.stream()
        .filter(candidate -> candidate.areFor(action.key().value()))
        .forEach(candidate -> candidate.of(order).forEach((field, value) -> {
          if (value != null && forms.of(action).field(field).isPresent()) {
            values.put(field, value);
          }
        }));
    return values;
  }
}
