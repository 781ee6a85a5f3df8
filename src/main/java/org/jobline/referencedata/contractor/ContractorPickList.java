package org.jobline.referencedata.contractor;

import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Who is to do the order's work, by name; everybody who is approved while the order is being logged, or is none for work. */
@Component
class ContractorPickList implements PickList {

  private final WorkOrders workOrders;
  private final ContractorService contractors;
  private final OrderRanking ranking;

  ContractorPickList(WorkOrders workOrders, ContractorService contractors, OrderRanking ranking) {
    this.workOrders = workOrders;
    this.contractors = contractors;
    this.ranking = ranking;
  }

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return order.flatMap(workOrders::find)
        .map(present -> ranking.search(ranking.all(present), text, limit)
            .map(RankedContractor::contractor).toList())
        .orElseGet(() -> contractors.selectable(text, PageRequest.ofSize(limit)).getContent())
        .stream()
        .map(ContractorPickList::choice)
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return order.flatMap(workOrders::find)
        .map(present -> ranking.find(ranking.all(present), value).map(RankedContractor::contractor))
        .orElseGet(() -> contractors.selectableByLabel(value))
        .map(ContractorPickList::choice);
  }

  private static Choice choice(Contractor contractor) {
    return new Choice(contractor.code(), contractor.label());
  }

  @Override
  public String expectation() {
    return "Pick an approved contractor that does this work at this site.";
  }
}
