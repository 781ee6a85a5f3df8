package org.jobline.lifecycle.quoting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.action.ShortPickList;
import org.jobline.order.Order;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jobline.workorder.quoting.Quote;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms offer of the quotes of an order. */
@Configuration(proxyBeanMethods = false)
class QuotePickLists {

  private final Quotations quotations;
  private final QuoteWords words;
  private final QuoteTerms terms;

  QuotePickLists(Quotations quotations, QuoteWords words, QuoteTerms terms) {
    this.quotations = quotations;
    this.words = words;
    this.terms = terms;
  }

  @Bean
  PickList invitedContractors() {
    return ShortPickList.ofOrder("invitedContractors", "Pick a contractor that was asked for a quote.", order ->
        quotation(order).requests().stream().map(request -> new Choice(
            request.contractor(), words.name(request.contractor()) + " (" + request.state().label() + ")")).toList());
  }

  @Bean
  PickList quotesToChoose() {
    return new QuotesToChoose();
  }

  /** Those that can be chosen, the cheapest first. One that can't is found too, so that the order says why. */
  private final class QuotesToChoose implements PickList {

    @Override
    public String name() {
      return "orderQuotes";
    }

    @Override
    public List<Choice> choices(Optional<Order> order, String text, int limit) {
      return order.map(found -> {
        Quotation quotation = quotation(found);
        return quotation.latest().stream()
            .filter(quote -> quotation.obstacle(quote, terms.today(found)).isEmpty())
            .sorted(Comparator.comparing((Quote quote) -> quote.price().total()).thenComparing(Quote::contractor))
            .map(this::choice).limit(limit).toList();
      }).orElse(List.of());
    }

    @Override
    public Optional<Choice> find(Optional<Order> order, String value) {
      return order.flatMap(found -> quotation(found).quotes().stream()
          .filter(quote -> quote.id().equals(value)).map(this::choice).findFirst());
    }

    private Choice choice(Quote quote) {
      return new Choice(quote.id(), words.name(quote.contractor()) + ", " + words.amount(quote));
    }

    @Override
    public String expectation() {
      return "Pick one of the order's quotes.";
    }
  }

  private Quotation quotation(Order order) {
    return quotations.find(order).orElseGet(Quotation::empty);
  }
}
