package org.jobline.money.authorisation;

import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.CapitalCode;
import org.jobline.referencedata.estate.ReferenceData;
import org.springframework.stereotype.Component;

/** What the order's client books capital expenditure to. */
@Component
class CapitalCodes implements PickList {

  private final ReferenceData referenceData;

  CapitalCodes(ReferenceData referenceData) {
    this.referenceData = referenceData;
  }

  @Override
  public String name() {
    return "capitalCodes";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    return codes(order).stream().limit(limit).map(CapitalCodes::choice).toList();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return codes(order).stream().filter(code -> code.code().equals(value)).findFirst().map(CapitalCodes::choice);
  }

  private List<CapitalCode> codes(Optional<Order> order) {
    return order.map(found -> referenceData.capitalCodes(found.client())).orElse(List.of());
  }

  private static Choice choice(CapitalCode code) {
    return new Choice(code.code(), "%s (%s to %s)".formatted(code.code(), code.from(), code.to()));
  }

  @Override
  public String expectation() {
    return "Pick one of the client's capital codes.";
  }
}
