package org.jobline.referencedata.supplier;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.springframework.data.domain.PageRequest;

/**
 * What can be ordered, by the words people use; a choice is a {@link PartKey}. Features that know more of an order make
 * a list of their own from it.
 *
 * @param suppliers whose parts are offered
 */
public record CataloguePickList(
    String name, String expectation, PartCatalogue catalogue, Function<Optional<Order>, List<Supplier>> suppliers)
    implements PickList {

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return catalogue.search(suppliers.apply(order), text, PageRequest.ofSize(limit))
        .map(CataloguePickList::choice).getContent();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    String typed = value == null ? "" : value.strip();
    String key = typed.split("\\s", 2)[0];
    return PartKey.of(key)
        .filter(wanted -> suppliers.apply(order).stream().anyMatch(each -> each.code().equals(wanted.supplier())))
        .flatMap(catalogue::part)
        .filter(CataloguePart::active)
        .filter(part -> typed.equals(key) || typed.equals(part.label()))
        .map(CataloguePickList::choice);
  }

  private static Choice choice(CataloguePart part) {
    return new Choice(part.key().toString(), part.label());
  }
}
