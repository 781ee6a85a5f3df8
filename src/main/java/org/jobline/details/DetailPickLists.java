package org.jobline.details;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.action.Choice;
import org.jobline.action.OfferCondition;
import org.jobline.action.PickList;
import org.jobline.estate.Estate;
import org.jobline.workorder.WorkOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a client's orders may be said to be for; where he has no such codes the action is not offered. */
@Configuration(proxyBeanMethods = false)
class DetailPickLists {

  @Bean
  ClientCodes reasonCodes(Estate estate) {
    return new ClientCodes("reasonCodes", "must be one of the client's reason codes", order ->
        estate.reasonCodes(order.client()).stream()
            .map(reason -> new Choice(reason.code(), reason.code() + " " + reason.name()))
            .toList());
  }

  @Bean
  ClientCodes currentCapitalCodes(Estate estate, Clock clock) {
    return new ClientCodes("currentCapitalCodes", "must be one of the client's capital codes that is valid now", order ->
        estate.capitalCodes(order.client()).stream()
            .filter(code -> code.covers(
                YearMonth.from(clock.instant().atZone(estate.site(order.site()).orElseThrow().timeZone()))))
            .map(code -> new Choice(code.code(), "%s (until %s)".formatted(code.code(), code.to())))
            .toList());
  }

  @Bean
  OfferCondition reasonCoded(ClientCodes reasonCodes) {
    return new HasCodes("reasonCoded", "its client has no reason codes", reasonCodes);
  }

  @Bean
  OfferCondition capitalCoded(ClientCodes currentCapitalCodes) {
    return new HasCodes("capitalCoded", "its client has no capital code that is valid now", currentCapitalCodes);
  }

  record ClientCodes(String name, String expectation, Function<WorkOrder, List<Choice>> all) implements PickList {

    @Override
    public List<Choice> choices(Optional<WorkOrder> order, String text, int limit) {
      return order.map(all).orElse(List.of()).stream().limit(limit).toList();
    }

    @Override
    public Optional<Choice> find(Optional<WorkOrder> order, String value) {
      return order.map(all).orElse(List.of()).stream()
          .filter(choice -> choice.value().equals(value) || choice.label().equals(value))
          .findFirst();
    }
  }

  record HasCodes(String name, String otherwise, ClientCodes codes) implements OfferCondition {

    @Override
    public boolean holds(WorkOrder order) {
      return !codes.all().apply(order).isEmpty();
    }
  }
}
