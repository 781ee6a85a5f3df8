package org.jobline.referencedata.resource;

import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Who is to do the order's work, by name; while the order is being logged, everybody who is approved. */
@Component
class ResourcePickList implements PickList {

  private final WorkOrders workOrders;
  private final Resources resources;
  private final OrderRanking ranking;

  ResourcePickList(WorkOrders workOrders, Resources resources, OrderRanking ranking) {
    this.workOrders = workOrders;
    this.resources = resources;
    this.ranking = ranking;
  }

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return order
        .map(present -> ranking.search(ranking.all(workOrders.of(present)), text, limit).map(RankedResource::resource).toList())
        .orElseGet(() -> resources.selectable(text, PageRequest.ofSize(limit)).getContent())
        .stream()
        .map(ResourcePickList::choice)
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return order
        .map(present -> ranking.find(ranking.all(workOrders.of(present)), value).map(RankedResource::resource))
        .orElseGet(() -> resources.selectableByLabel(value))
        .map(ResourcePickList::choice);
  }

  private static Choice choice(Resource resource) {
    return new Choice(resource.code(), resource.label());
  }

  @Override
  public String expectation() {
    return "Pick an approved contractor that does this work at this site.";
  }
}
