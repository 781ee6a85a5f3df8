package org.jobline.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jobline.order.Order;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Component;

/** The summaries that forms ask for. */
@Component
class Summaries {

  private final Forms forms;
  private final List<ActionSummary> summaries;

  Summaries(Forms forms, List<ActionSummary> summaries) {
    this.forms = forms;
    this.summaries = summaries;
  }

  /**
   * Looks at an order before an action.
   *
   * @throws NotFoundException when the action's form has nothing to be confirmed
   */
  Supplier<List<SummaryLine>> watch(ActionDefinition action, Order order) {
    return forms.of(action).summary().flatMap(this::named)
        .orElseThrow(() -> new NotFoundException("summary of", action.key().value())).watch(order);
  }

  private Optional<ActionSummary> named(String name) {
    return summaries.stream().filter(summary -> summary.name().equals(name)).findFirst();
  }
}
