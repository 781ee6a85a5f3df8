package org.jobline.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.order.Order;
import org.jobline.platform.persistence.SearchText;

/**
 * A pick list so short that all of it is made whenever it is asked for.
 *
 * @param all what may be chosen, best first; without an order while one is being logged
 */
public record ShortPickList(String name, String expectation, Function<Optional<Order>, List<Choice>> all)
    implements PickList {

  /** A list that depends on the order, and is empty while there is none. */
  public static ShortPickList ofOrder(String name, String expectation, Function<Order, List<Choice>> all) {
    return new ShortPickList(name, expectation, order -> order.map(all).orElse(List.of()));
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    SearchText search = new SearchText(text);
    return all.apply(order).stream().filter(choice -> search.isFoundIn(choice.label())).limit(limit).toList();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return all.apply(order).stream()
        .filter(choice -> choice.value().equals(value) || choice.label().equals(value))
        .findFirst();
  }
}
