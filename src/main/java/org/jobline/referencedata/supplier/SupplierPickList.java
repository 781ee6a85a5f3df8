package org.jobline.referencedata.supplier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;

/**
 * Suppliers to choose from.
 *
 * @param suppliers those of an order, or beside what was chosen in other fields
 */
record SupplierPickList(
    String name, String expectation, BiFunction<Optional<Order>, Map<String, String>, List<Supplier>> suppliers)
    implements PickList {

  private ShortPickList list(Map<String, String> chosen) {
    return new ShortPickList(name, expectation, order -> suppliers.apply(order, chosen).stream()
        .map(supplier -> new Choice(supplier.code(), supplier.label())).toList());
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return list(Map.of()).choices(order, text, limit);
  }

  @Override
  public List<Choice> choices(Optional<Order> order, Map<String, String> chosen, String text, int limit) {
    return list(chosen).choices(order, text, limit);
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return list(Map.of()).find(order, value);
  }
}
