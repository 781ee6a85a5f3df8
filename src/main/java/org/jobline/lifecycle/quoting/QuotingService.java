package org.jobline.lifecycle.quoting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrders;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jobline.workorder.quoting.Quote;
import org.jobline.workorder.quoting.QuotePrice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says what is to be done, asks for quotes and takes them down (domain/quote.md). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class QuotingService {

  private final Quotations quotations;
  private final WorkOrders orders;
  private final ReferenceData referenceData;
  private final QuoteTerms terms;
  private final QuoteWords words;
  private final CurrentAction current;
  private final ApplicationEventPublisher events;

  QuotingService(
      Quotations quotations, WorkOrders orders, ReferenceData referenceData, QuoteTerms terms, QuoteWords words,
      CurrentAction current, ApplicationEventPublisher events) {
    this.quotations = quotations;
    this.orders = orders;
    this.referenceData = referenceData;
    this.terms = terms;
    this.words = words;
    this.current = current;
    this.events = events;
  }

  /** @throws InvalidFieldsException when it says the same as the version before */
  void specify(OrderNumber number, String text) {
    Quotation quotation = quotations.lock(number);
    quotations.write(number, quotation.specify(text, terms.now(), current.agent().name()));
    current.note("specification version " + quotation.specification().orElseThrow().version());
  }

  /**
   * @param replyBy empty: as long as the table says
   * @throws InvalidFieldsException when the day has passed
   */
  void ask(OrderNumber number, List<String> chosen, Optional<LocalDate> replyBy) {
    Quotation quotation = quotations.lock(number);
    Order order = orders.get(number).order();
    LocalDate until = replyBy.orElseGet(() -> terms.replyBy(order));
    quotation.ask(chosen, until, terms.today(order), terms.now(), current.agent().name());
    quotations.writeRequests(number, quotation);
    current.note("asked " + chosen.stream().map(words::name).collect(Collectors.joining(", "))
        + " to reply by " + until);
    events.publishEvent(new QuotesAwaited(number));
    events.publishEvent(new QuotesRequested(number, chosen));
  }

  /** @throws InvalidFieldsException when it does not fit what was asked and quoted before */
  void receive(OrderNumber number, QuoteReceived received) {
    Quotation quotation = quotations.lock(number);
    Order order = orders.get(number).order();
    switch (received.outcome()) {
      case "quoted" -> {
        Quote quote = quotation.receive(received.contractor(), price(order, received), received.validForDays(),
            received.terms(), terms.today(order), terms.now(), current.agent().name());
        quotations.write(number, quote);
        current.note(words.name(quote.contractor()) + " quoted " + words.amount(quote)
            + ", valid until " + quote.validUntil()
            + (quote.version() > 1 ? " (version " + quote.version() + ")" : ""));
      }
      case "confirmed" -> {
        Quote quote = quotation.confirm(received.contractor(), terms.now(), current.agent().name());
        quotations.write(number, quote);
        current.note(words.name(quote.contractor()) + " confirmed " + words.amount(quote));
      }
      case "declined" -> {
        quotation.decline(received.contractor(), reason(received));
        current.note(words.name(received.contractor()) + " declined to quote");
      }
      case "withdrawn" -> {
        quotation.withdraw(received.contractor(), reason(received));
        current.note(words.name(received.contractor()) + " withdrew its quote");
      }
      default -> throw new IllegalStateException("The form offers an unknown outcome: " + received.outcome());
    }
    quotations.writeRequests(number, quotation);
    events.publishEvent(new QuotesAwaited(number));
  }

  private static String reason(QuoteReceived received) {
    return received.reason().orElseThrow(() ->
        new InvalidFieldsException("reason", "Reason is required when a contractor declines or withdraws."));
  }

  private QuotePrice price(Order order, QuoteReceived received) {
    return new QuotePrice(received.labour(), received.parts(), received.other(), received.vat().orElse(null),
        referenceData.client(order.client()).orElseThrow().currency());
  }

  boolean isSpecificationMissing(OrderNumber number) {
    return quotations.lock(number).specification().isEmpty();
  }

  boolean isNobodyAsked(OrderNumber number) {
    return quotations.lock(number).requests().isEmpty();
  }

  boolean isNoneReceived(OrderNumber number) {
    return quotations.lock(number).quotes().isEmpty();
  }
}
