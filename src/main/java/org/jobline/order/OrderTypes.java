package org.jobline.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The types of order there are: those a lifecycle is deployed for. */
public interface OrderTypes {

  /**
   * What work orders may be called before a lifecycle is deployed for them (domain/statuses.md); orders of another kind
   * are drawn before anything names them.
   */
  List<String> FORESEEN = List.of("REACTIVE", "QUOTE", "PPM", "AUDIT");

  /** In the order of their digits. */
  List<OrderType> all();

  /** @param name as {@link OrderType#name} */
  default Optional<OrderType> named(String name) {
    return all().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /**
   * The type of order a lifecycle logs.
   *
   * @throws IllegalArgumentException when the process is no lifecycle
   */
  default OrderType loggedBy(DelegateExecution lifecycle) {
    String key = OrderProcess.keyOf(lifecycle.getProcessDefinitionId());
    return all().stream().filter(type -> type.lifecycle().equals(key)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No type of order has the lifecycle " + key));
  }

  /** What may be asked for: the types there are, and those that are foreseen. */
  default List<String> names() {
    return Stream.concat(FORESEEN.stream(), all().stream().map(OrderType::name)).distinct().toList();
  }

  /** The keys of the lifecycles of all types. */
  default List<String> lifecycles() {
    return all().stream().map(OrderType::lifecycle).toList();
  }
}
