package org.jobline.referencedata.estate;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.platform.persistence.SearchText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** What forms offer from the estate. */
@Configuration(proxyBeanMethods = false)
class ReferenceDataPickLists {

  @Bean
  PickList sites(ReferenceData referenceData) {
    return new Searched<>("sites", "Pick a site from the list.",
        referenceData::sites, referenceData::siteOfLabel, site -> new Choice(site.code(), site.label()));
  }

  @Bean
  PickList clients(ReferenceData referenceData) {
    return new Searched<>("clients", "Pick a client from the list.",
        referenceData::clients, referenceData::clientOfLabel, client -> new Choice(client.code(), client.label()));
  }

  @Bean
  PickList workTypes(ReferenceData referenceData) {
    return new Searched<>("workTypes", "Pick a work type from the list.",
        referenceData::workTypes, referenceData::workTypeOfLabel, type -> new Choice(type.code(), type.label()));
  }

  @Bean
  PickList priorities(ReferenceData referenceData) {
    return new Searched<>("priorities", "Pick a priority from the list.",
        referenceData::priorities, referenceData::priorityOfLabel,
        priority -> new Choice(priority.code(), priority.label()));
  }

  @Bean
  PickList refusalReasons(ReferenceData referenceData) {
    return new RefusalReasons(referenceData);
  }

  private record Searched<T>(
      String name,
      String expectation,
      BiFunction<String, Pageable, Page<T>> search,
      Function<String, Optional<T>> byLabel,
      Function<T, Choice> choice) implements PickList {

    @Override
    public List<Choice> choices(Optional<Order> order, String text, int limit) {
      return search.apply(text, PageRequest.ofSize(limit)).map(choice).getContent();
    }

    @Override
    public Optional<Choice> find(Optional<Order> order, String value) {
      return byLabel.apply(value).map(choice);
    }
  }

  /** The reasons of the order's client; where he has none, the agent's own words are taken. */
  private record RefusalReasons(ReferenceData referenceData) implements PickList {

    @Override
    public String name() {
      return "refusalReasons";
    }

    @Override
    public List<Choice> choices(Optional<Order> order, String text, int limit) {
      SearchText search = new SearchText(text);
      return reasons(order).stream()
          .filter(search::isFoundIn)
          .limit(limit)
          .map(reason -> new Choice(reason, reason))
          .toList();
    }

    @Override
    public Optional<Choice> find(Optional<Order> order, String value) {
      String reason = value == null ? "" : value.strip();
      List<String> reasons = reasons(order);
      boolean accepted = reasons.isEmpty() ? !reason.isEmpty() : reasons.contains(reason);
      return accepted ? Optional.of(new Choice(reason, reason)) : Optional.empty();
    }

    private List<String> reasons(Optional<Order> order) {
      return order.map(Order::client).map(referenceData::refusalReasons).orElse(List.of());
    }

    @Override
    public String expectation() {
      return "Pick one of the client's reasons from the list.";
    }
  }
}
