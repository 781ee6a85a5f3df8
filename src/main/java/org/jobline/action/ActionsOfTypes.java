package org.jobline.action;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jobline.order.OrderProcess;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.springframework.stereotype.Component;

/** The actions orders of a type can come to, as the newest diagrams have them. */
@Component
class ActionsOfTypes {

  private final Diagrams diagrams;
  private final LifecycleStatuses lifecycles;
  private final OrderTypes types;

  ActionsOfTypes(Diagrams diagrams, LifecycleStatuses lifecycles, OrderTypes types) {
    this.diagrams = diagrams;
    this.lifecycles = lifecycles;
    this.types = types;
  }

  /** The places of each action, in the order of the keys. */
  Collection<List<ActionDefinition>> of(OrderType type) {
    return diagrams.newest().stream()
        .filter(action -> isForType(action, type) && !isOfOthersOnly(action, type))
        .collect(Collectors.groupingBy(action -> action.key().value(), TreeMap::new, Collectors.toList()))
        .values();
  }

  private static boolean isForType(ActionDefinition action, OrderType type) {
    return action.types().isEmpty() || action.types().contains(type.name());
  }

  /** Whether it is drawn in a stage which only the lifecycles of other types call. */
  private boolean isOfOthersOnly(ActionDefinition action, OrderType type) {
    String sheet = OrderProcess.keyOf(action.processDefinitionId());
    return !lifecycles.sheets(type).contains(sheet)
        && types.all().stream().anyMatch(other -> lifecycles.sheets(other).contains(sheet));
  }
}
