package org.jobline.workorder.quoting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.quoting.QuoteRequest.State;
import org.jspecify.annotations.Nullable;

/**
 * All that was asked and quoted for an order (domain/quote.md). Nobody but an invited contractor has a quote, a quote is
 * never changed, and at most one is chosen.
 */
public final class Quotation {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final List<Specification> specifications;
  private final Map<String, QuoteRequest> requests;
  private final List<Quote> quotes;
  private @Nullable Selection selection;

  Quotation(
      List<Specification> specifications, List<QuoteRequest> requests, List<Quote> quotes,
      @Nullable Selection selection) {
    this.specifications = new ArrayList<>(specifications);
    this.requests = new LinkedHashMap<>();
    requests.forEach(request -> this.requests.put(request.contractor(), request));
    this.quotes = new ArrayList<>(quotes);
    this.selection = selection;
  }

  /** Of an order for which nothing was asked yet. */
  public static Quotation empty() {
    return new Quotation(List.of(), List.of(), List.of(), null);
  }

  /**
   * The next version of what is to be done.
   *
   * @throws InvalidFieldsException when it says the same as the last
   */
  public Specification specify(String text, Instant at, String by) {
    if (specification().filter(last -> last.text().equals(text)).isPresent()) {
      throw new InvalidFieldsException("specification", "You haven't changed anything.");
    }
    Specification next = new Specification(specifications.size() + 1, text, at, by);
    specifications.add(next);
    return next;
  }

  /**
   * Asks contractors for a quote, those that were asked before again.
   *
   * @throws InvalidFieldsException when the day has passed
   */
  public void ask(List<String> contractors, LocalDate replyBy, LocalDate today, Instant at, String by) {
    if (replyBy.isBefore(today)) {
      throw new InvalidFieldsException("replyBy", "Reply by can't be in the past.");
    }
    int version = specification().orElseThrow(() ->
        new IllegalStateException("Nobody can quote for what was not specified")).version();
    contractors.forEach(contractor -> requests.compute(contractor, (code, before) -> before == null
        ? QuoteRequest.asked(code, at, by, replyBy, version) : before.askedAgain(at, by, replyBy, version)));
  }

  /**
   * What a contractor wants for the present specification.
   *
   * @param validForDays from the day it is received, at least 1
   */
  public Quote receive(
      String contractor, QuotePrice price, int validForDays, Quote.Terms terms, LocalDate today, Instant at,
      String by) {
    QuoteRequest request = requireInvited(contractor);
    if (validForDays < 1) {
      throw new InvalidFieldsException("validForDays", "Valid for must be at least one day.");
    }
    Quote quote = new Quote(contractor, latest(contractor).map(Quote::version).orElse(0) + 1, specificationVersion(),
        price, today.plusDays(validForDays), terms, at, by);
    quotes.add(quote);
    requests.put(contractor, request.in(State.ANSWERED, null));
    return quote;
  }

  /**
   * A contractor stands by its quote although the specification has changed since.
   *
   * @throws InvalidFieldsException when it has quoted nothing, or for the present specification
   */
  public Quote confirm(String contractor, Instant at, String by) {
    QuoteRequest request = requireInvited(contractor);
    Quote quote = latest(contractor).filter(last -> request.state() == State.ANSWERED || request.state() == State.OPEN)
        .orElseThrow(() -> new InvalidFieldsException("outcome", "There is no quote to confirm. Enter it as a new one."));
    if (isForPresentSpecification(quote)) {
      throw new InvalidFieldsException("outcome", "This quote is for the current specification. There is nothing to confirm.");
    }
    Quote confirmed = quote.confirmedFor(specificationVersion(), at, by);
    quotes.add(confirmed);
    requests.put(contractor, request.in(State.ANSWERED, null));
    return confirmed;
  }

  /** A contractor does not want to quote, or not to do the work it has quoted for. */
  public void decline(String contractor, @Nullable String reason) {
    requests.put(contractor, requireInvited(contractor).in(State.DECLINED, reason));
  }

  /**
   * A contractor takes its quote back.
   *
   * @throws InvalidFieldsException when it has none to take back
   */
  public void withdraw(String contractor, @Nullable String reason) {
    QuoteRequest request = requireInvited(contractor);
    if (request.state() != State.ANSWERED) {
      throw new InvalidFieldsException("outcome", "There is no quote to withdraw. Choose “declined to quote” instead.");
    }
    requests.put(contractor, request.in(State.WITHDRAWN, reason));
  }

  private QuoteRequest requireInvited(String contractor) {
    return request(contractor).orElseThrow(() ->
        new InvalidFieldsException("resource", "This contractor wasn't asked for a quote. Request one first."));
  }

  /**
   * Chooses a quote; whether it is final is seen when its total is authorised.
   *
   * @param quoteId as {@link Quote#id}
   * @param reason why it is not the cheapest; null when nobody said
   * @throws InvalidFieldsException when it can't be chosen, or another was
   */
  public Quote select(String quoteId, @Nullable String reason, LocalDate today, Instant at, String by) {
    if (selection != null) {
      throw new InvalidFieldsException("quote", "A quote has already been chosen.");
    }
    Quote quote = quotes.stream().filter(candidate -> candidate.id().equals(quoteId)).findFirst().orElseThrow(() ->
        new InvalidFieldsException("quote", "Pick one of the order's quotes."));
    obstacle(quote, today).ifPresent(why -> {
      throw new InvalidFieldsException("quote", why);
    });
    boolean isCheapest = cheapest(today).filter(least -> quote.price().total().compareTo(least) > 0).isEmpty();
    if (!isCheapest && reason == null) {
      throw new InvalidFieldsException("reason", "Reason is required: a cheaper quote can be chosen.");
    }
    selection = new Selection(quote.contractor(), quote.version(), at, by, reason, Selection.State.WAITING);
    return quote;
  }

  /** Why a quote can't be chosen; empty when it can. */
  public Optional<String> obstacle(Quote quote, LocalDate today) {
    State state = requireInvited(quote.contractor()).state();
    if (state == State.WITHDRAWN || state == State.DECLINED) {
      return Optional.of("This quote was " + state.label() + " by the contractor. Choose another.");
    }
    if (latest(quote.contractor()).filter(quote::equals).isEmpty()) {
      return Optional.of("This quote has been amended. Check the new version.");
    }
    if (state == State.OPEN) {
      return Optional.of("This contractor was asked to quote again and hasn't answered yet. Choose another.");
    }
    if (quote.isExpired(today)) {
      return Optional.of("This quote expired on " + DAY.format(quote.validUntil())
          + ". Get a new one from the contractor, or choose another.");
    }
    return isForPresentSpecification(quote) ? Optional.empty()
        : Optional.of("The specification has changed since this quote. Record the contractor's confirmation first, or"
            + " choose another.");
  }

  /** The total of the cheapest quote that can be chosen. */
  public Optional<BigDecimal> cheapest(LocalDate today) {
    return latest().stream().filter(quote -> obstacle(quote, today).isEmpty()).map(quote -> quote.price().total())
        .min(Comparator.naturalOrder());
  }

  /** The choice is final: the others are out. */
  public Quote settle(Instant at) {
    Selection chosen = requireSelection();
    selection = chosen.in(Selection.State.IN_FORCE);
    requests.replaceAll((code, request) ->
        code.equals(chosen.contractor()) || !request.isLive() ? request : request.closed(at));
    return selected().orElseThrow();
  }

  /** Takes the choice back: the others may be chosen again. */
  public Selection drop() {
    Selection over = requireSelection().in(Selection.State.OVER);
    selection = null;
    requests.replaceAll((code, request) -> request.closed(null));
    return over;
  }

  private Selection requireSelection() {
    if (selection == null) {
      throw new IllegalStateException("No quote is chosen");
    }
    return selection;
  }

  /** Contractors that are out and were never told, each of which is told once. */
  public List<String> toReject() {
    return requests.values().stream()
        .filter(request -> request.closedAt() != null && request.rejectedAt() == null)
        .map(QuoteRequest::contractor).toList();
  }

  /** Contractors that wait to hear, and the one that was chosen: who is told when the order is not to be done. */
  public List<String> concerned() {
    return requests.values().stream()
        .filter(request -> request.isLive() || selection().filter(chosen ->
            chosen.contractor().equals(request.contractor())).isPresent())
        .map(QuoteRequest::contractor).toList();
  }

  /** Contractors that have quoted for an earlier version of the specification and have not confirmed it. */
  public List<String> toConfirm() {
    return requests.values().stream().filter(request -> request.isLive() && request.state() == State.ANSWERED)
        .map(QuoteRequest::contractor)
        .filter(contractor -> latest(contractor).filter(quote -> !isForPresentSpecification(quote)).isPresent())
        .toList();
  }

  void markRejected(String contractor, Instant at) {
    requests.put(contractor, requireInvited(contractor).rejected(at));
  }

  void markReminded(String contractor, Instant at) {
    requests.put(contractor, requireInvited(contractor).reminded(at));
  }

  /** The present version of what is to be done. */
  public Optional<Specification> specification() {
    return specifications.isEmpty() ? Optional.empty()
        : Optional.of(specifications.get(specifications.size() - 1));
  }

  private int specificationVersion() {
    return specification().map(Specification::version).orElse(0);
  }

  public boolean isForPresentSpecification(Quote quote) {
    return quote.specificationVersion() == specificationVersion();
  }

  /** In the order in which they were first asked. */
  public List<QuoteRequest> requests() {
    return List.copyOf(requests.values());
  }

  public Optional<QuoteRequest> request(String contractor) {
    return Optional.ofNullable(requests.get(contractor));
  }

  /** All versions, in the order in which they came. */
  public List<Quote> quotes() {
    return List.copyOf(quotes);
  }

  /** The last version of each contractor that quoted. */
  public List<Quote> latest() {
    return requests.keySet().stream().flatMap(contractor -> latest(contractor).stream()).toList();
  }

  public Optional<Quote> latest(String contractor) {
    return versions(contractor).max(Comparator.comparingInt(Quote::version));
  }

  private Stream<Quote> versions(String contractor) {
    return quotes.stream().filter(quote -> quote.contractor().equals(contractor));
  }

  /** The choice that waits or is in force. */
  public Optional<Selection> selection() {
    return Optional.ofNullable(selection);
  }

  /** The quote that is chosen, final or not. */
  public Optional<Quote> selected() {
    return selection().flatMap(chosen -> versions(chosen.contractor())
        .filter(quote -> quote.version() == chosen.quoteVersion()).findFirst());
  }

  /** The last day for an answer that is still awaited; empty when none is. */
  public Optional<LocalDate> replyBy() {
    return requests.values().stream().filter(request -> request.isLive() && request.state() == State.OPEN)
        .map(QuoteRequest::replyBy).max(Comparator.naturalOrder());
  }
}
