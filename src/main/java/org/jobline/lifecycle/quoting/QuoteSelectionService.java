package org.jobline.lifecycle.quoting;

import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.assignment.Clearance;
import org.jobline.lifecycle.assignment.ContractorChanged;
import org.jobline.lifecycle.assignment.OrderAllocated;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jobline.workorder.quoting.Quote;
import org.jobline.workorder.quoting.Selection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Chooses a quote, has it authorised and takes the choice back (domain/quote.md). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class QuoteSelectionService {

  private final Quotations quotations;
  private final WorkOrders orders;
  private final QuoteTerms terms;
  private final QuoteWords words;
  private final Clearance clearance;
  private final CurrentAction current;
  private final ApplicationEventPublisher events;

  QuoteSelectionService(
      Quotations quotations, WorkOrders orders, QuoteTerms terms, QuoteWords words, Clearance clearance,
      CurrentAction current, ApplicationEventPublisher events) {
    this.quotations = quotations;
    this.orders = orders;
    this.terms = terms;
    this.words = words;
    this.clearance = clearance;
    this.current = current;
    this.events = events;
  }

  /** @throws InvalidFieldsException when the quote can't be chosen, or a reason is missing */
  void select(OrderNumber number, String quoteId, Optional<String> reason) {
    Quotation quotation = quotations.lock(number);
    Quote quote = quotation.select(quoteId, reason.orElse(null), terms.today(orders.lock(number).order()),
        terms.now(), current.agent().name());
    quotations.write(number, quotation.selection().orElseThrow());
    current.note("chose the quote of " + words.name(quote.contractor()) + ", " + words.amount(quote));
    events.publishEvent(new QuoteChosen(number, quote.price().total()));
  }

  /** Whether a quote was chosen whose total is not authorised yet. */
  boolean isBeingSelected(OrderNumber number) {
    return quotations.find(number).flatMap(Quotation::selection)
        .filter(chosen -> chosen.state() == Selection.State.WAITING).isPresent();
  }

  boolean isToBeAuthorised(OrderNumber number) {
    return clearance.isNeeded(orders.lock(number).order());
  }

  /** The choice is final: its contractor has the order. */
  void order(OrderNumber number) {
    Quotation quotation = quotations.lock(number);
    Quote quote = quotation.settle(terms.now());
    quotations.writeState(number, quotation.selection().orElseThrow());
    quotations.writeRequests(number, quotation);
    WorkOrder order = orders.lock(number);
    current.change("resource", order.contractor().orElse(null), quote.contractor());
    order.allocate(quote.contractor());
    events.publishEvent(new OrderAllocated(number));
  }

  /** The total was not authorised, and the cost is back already; all quotes stay. */
  void takeBack(OrderNumber number) {
    drop(number, quotations.lock(number));
  }

  private void drop(OrderNumber number, Quotation quotation) {
    quotations.writeState(number, quotation.drop());
    quotations.writeRequests(number, quotation);
  }

  /** The contractor that was chosen does not have the order any more; the others may be chosen again. */
  void deselect(OrderNumber number) {
    Quotation quotation = quotations.lock(number);
    current.note("no longer chosen: "
        + quotation.selected().map(quote -> words.name(quote.contractor())).orElseThrow());
    drop(number, quotation);
    WorkOrder order = orders.lock(number);
    current.change("resource", order.contractor().orElse(null), null);
    order.allocate(null);
    events.publishEvent(new ContractorChanged(number));
    events.publishEvent(new QuoteDropped(number));
  }

  /** The contractor that was chosen does not take the work after all. */
  void decline(OrderNumber number, Optional<String> reason) {
    Quotation quotation = quotations.lock(number);
    String contractor = quotation.selected().orElseThrow().contractor();
    quotation.decline(contractor, reason.orElse(null));
    drop(number, quotation);
    events.publishEvent(new QuoteDropped(number));
  }
}
