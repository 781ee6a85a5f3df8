package org.jobline.referencedata.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.springframework.data.domain.PageRequest;

/**
 * What can be ordered, by the words people use; a choice is a {@link PartKey}. Features that know more of an order make
 * a list of their own from it.
 *
 * @param suppliers whose parts are offered for an order, and beside what was chosen in other fields
 */
public record CataloguePickList(
    String name, String expectation, PartCatalogue catalogue,
    BiFunction<Optional<Order>, Map<String, String>, List<Supplier>> suppliers) implements PickList {

  static final String PRICE = "price";
  static final String VAT_RATE = "vatRate";

  /** One that does not go by what was chosen in other fields. */
  public CataloguePickList(
      String name, String expectation, PartCatalogue catalogue, Function<Optional<Order>, List<Supplier>> suppliers) {
    this(name, expectation, catalogue, (order, chosen) -> suppliers.apply(order));
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return choices(order, Map.of(), text, limit);
  }

  @Override
  public List<Choice> choices(Optional<Order> order, Map<String, String> chosen, String text, int limit) {
    return catalogue.search(suppliers.apply(order, chosen), text, PageRequest.ofSize(limit))
        .map(CataloguePickList::choice).getContent();
  }

  /** What it costs, by quantity, and its VAT rate. */
  @Override
  public Set<String> figures() {
    return Set.of(PRICE, VAT_RATE);
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    String typed = value == null ? "" : value.strip();
    String key = typed.split("\\s", 2)[0];
    return PartKey.of(key)
        .filter(wanted -> suppliers.apply(order, Map.of()).stream().anyMatch(each -> each.code().equals(wanted.supplier())))
        .flatMap(catalogue::part)
        .filter(CataloguePart::active)
        .filter(part -> typed.equals(key) || typed.equals(part.label()))
        .map(CataloguePickList::choice);
  }

  private static Choice choice(CataloguePart part) {
    List<Choice.Figure> prices = Stream.concat(
        Stream.of(new Choice.Figure(BigDecimal.ZERO, part.price())),
        part.breaks().stream().map(each -> new Choice.Figure(each.fromQuantity(), each.price()))).toList();
    return new Choice(part.key().toString(), part.label(),
        Map.of(PRICE, prices, VAT_RATE, List.of(new Choice.Figure(BigDecimal.ZERO, part.vatRate()))));
  }
}
