package org.jobline.lifecycle.link;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.action.Choice;
import org.jobline.action.DeployedLifecycles;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the forms of links offer. */
@Configuration(proxyBeanMethods = false)
class LinkPickLists {

  @Bean
  PickList removableLinks(LinkService links) {
    return ShortPickList.ofOrder("removableLinks", "Pick one of this order's links.", order ->
        links.of(order.number()).stream()
            .filter(link -> link.relation().isRemovable())
            .map(link -> new Choice(Long.toString(link.id()), link.words()))
            .toList());
  }

  /** The types whose lifecycle is deployed, as far as they are logged with what another order can tell. */
  @Bean
  PickList loggableTypes(DeployedLifecycles lifecycles, LinkService links) {
    return ShortPickList.ofOrder("loggableTypes", "Pick an order type from the list.", order ->
        lifecycles.loggable().stream()
            .filter(links::canCreate)
            .map(lifecycle -> new Choice(lifecycle.type().name(), lifecycle.label()))
            .toList());
  }

  @Bean
  PickList otherOrders(JdbcClient jdbc) {
    return new OtherOrders(jdbc);
  }

  /** By number, or by the beginnings of words an order is found by; newest first. */
  private record OtherOrders(JdbcClient jdbc) implements PickList {

    private static final int SHOWN = 80;

    @Override
    public String name() {
      return "otherOrders";
    }

    @Override
    public List<Choice> choices(Optional<Order> order, String text, int limit) {
      return jdbc.sql("""
          select number, left(description, %d) as description from orders left join work_order using (number)
          where number <> :self and (:text = '' or number = upper(:text)
            or search @@ (select cast(string_agg(quote_literal(word) || ':*', ' & ') as tsquery)
              from unnest(words_of(:text)) word))
          order by logged_at desc limit :limit""".formatted(SHOWN))
          .param("self", order.map(own -> own.number().value()).orElse(""))
          .param("text", text.strip())
          .param("limit", limit)
          .query((row, index) -> new Choice(
              row.getString("number"),
              Stream.of(row.getString("number"), row.getString("description")).filter(Objects::nonNull)
                  .collect(Collectors.joining(" "))))
          .list();
    }

    @Override
    public Optional<Choice> find(Optional<Order> order, String value) {
      String number = value.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
      return jdbc.sql("select number from orders where number = ?").param(number).query(String.class).optional()
          .map(found -> new Choice(found, found));
    }

    @Override
    public String expectation() {
      return "Pick the other order from the list, or enter its number, e.g. R-100001.";
    }
  }
}
