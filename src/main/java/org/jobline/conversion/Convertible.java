package org.jobline.conversion;

import java.util.Optional;
import org.jobline.action.OfferCondition;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** There is a type the order may become. */
@Component
class Convertible implements OfferCondition {

  private final ConversionPickList conversions;

  Convertible(ConversionPickList conversions) {
    this.conversions = conversions;
  }

  @Override
  public String name() {
    return "convertible";
  }

  @Override
  public boolean holds(WorkOrder order) {
    return !conversions.choices(Optional.of(order), "", 1).isEmpty();
  }

  @Override
  public String otherwise() {
    return "there is no type it may become";
  }
}
