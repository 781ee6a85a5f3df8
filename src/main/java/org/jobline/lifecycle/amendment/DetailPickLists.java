package org.jobline.lifecycle.amendment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.OfferCondition;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a client's orders may be said to be for; where he has no such codes the action is not offered. */
@Configuration(proxyBeanMethods = false)
class DetailPickLists {

  @Bean
  ShortPickList reasonCodes(ReferenceData referenceData) {
    return ShortPickList.ofOrder("reasonCodes", "Pick one of the client's reason codes.", order ->
        referenceData.reasonCodes(order.client()).stream()
            .map(reason -> new Choice(reason.code(), reason.label()))
            .toList());
  }

  @Bean
  ShortPickList currentCapitalCodes(ReferenceData referenceData, Clock clock) {
    return ShortPickList.ofOrder("currentCapitalCodes", "Pick one of the client's capital codes valid today.", order ->
        referenceData.capitalCodes(order.client()).stream()
            .filter(code -> code.covers(
                YearMonth.from(clock.instant().atZone(referenceData.site(order.site()).orElseThrow().timeZone()))))
            .map(code -> new Choice(code.code(), "%s (until %s)".formatted(code.code(), code.to())))
            .toList());
  }

  @Bean
  OfferCondition reasonCoded(WorkOrders workOrders, ShortPickList reasonCodes) {
    return new HasCodesCondition("reasonCoded", "its client has no reason codes", workOrders, reasonCodes);
  }

  @Bean
  OfferCondition capitalCoded(WorkOrders workOrders, ShortPickList currentCapitalCodes) {
    return new HasCodesCondition(
        "capitalCoded", "its client has no capital code valid today", workOrders, currentCapitalCodes);
  }

  record HasCodesCondition(String name, String refusalReason, WorkOrders workOrders, ShortPickList codes)
      implements OfferCondition {

    @Override
    public boolean holds(Order order) {
      return workOrders.isWorkOrder(order) && !codes.all().apply(Optional.of(order)).isEmpty();
    }
  }
}
