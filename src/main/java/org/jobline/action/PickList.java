package org.jobline.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jobline.order.Order;

/**
 * The values a field may take, from reference data. A form names the list: as {@code valuesKey} of a select, or as
 * property {@code pickList} of a text field with type-ahead. The same list fills the field and checks the submission.
 */
public interface PickList {

  /** As forms name it, such as {@code sites}. */
  String name();

  /**
   * What is offered, best first.
   *
   * @param order the order the form is about; empty while it is being logged
   * @param text what the agent has typed so far, possibly empty
   */
  List<Choice> choices(Optional<Order> order, String text, int limit);

  /**
   * The same beside what was chosen in other fields of the form, which may leave less to choose from.
   *
   * @param chosen by key of the field
   */
  default List<Choice> choices(Optional<Order> order, Map<String, String> chosen, String text, int limit) {
    return choices(order, text, limit);
  }

  /** The names of the figures its entries may have. */
  default Set<String> figures() {
    return Set.of();
  }

  /** The choice a submitted value stands for (its value, or its label in full); empty when it must be refused. */
  Optional<Choice> find(Optional<Order> order, String value);

  /** What would be right, for the message of a refusal: "must be one of the sites". */
  String expectation();
}
