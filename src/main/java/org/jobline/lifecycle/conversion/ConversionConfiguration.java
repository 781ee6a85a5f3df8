package org.jobline.lifecycle.conversion;

import org.jobline.action.OfferCondition;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers what an order may become, and the action only when there is something. */
@Configuration(proxyBeanMethods = false)
class ConversionConfiguration {

  @Bean
  PickList conversionTypes(ConversionTargets targets) {
    return ShortPickList.ofOrder("conversions", "Pick a type this order can be converted to.", targets::of);
  }

  @Bean
  OfferCondition convertible(ConversionTargets targets) {
    return new ConvertibleCondition(targets);
  }

  private record ConvertibleCondition(ConversionTargets targets) implements OfferCondition {

    @Override
    public String name() {
      return "convertible";
    }

    @Override
    public boolean holds(Order order) {
      return !targets.of(order).isEmpty();
    }

    @Override
    public String refusalReason() {
      return "it can't be converted";
    }
  }
}
