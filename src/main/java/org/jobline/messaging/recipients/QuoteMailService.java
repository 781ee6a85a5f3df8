package org.jobline.messaging.recipients;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionLog;
import org.jobline.lifecycle.assignment.Chasing;
import org.jobline.lifecycle.quoting.QuoteTerms;
import org.jobline.messaging.notification.Attachment;
import org.jobline.messaging.notification.Template;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jobline.workorder.quoting.QuoteRequest;
import org.jobline.workorder.quoting.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What contractors are told of quotes (domain/quote.md, How it runs). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class QuoteMailService {

  private static final ActionKey CHASE = new ActionKey("chase-for-quotes");
  /** As the table {@code chase-times} calls it. */
  static final String OVERDUE = "quote reply-by passed";

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

  private final Quotations quotations;
  private final Orders orders;
  private final ContractorService contractors;
  private final OrderMailService mails;
  private final QuoteTerms terms;
  private final Chasing chasing;
  private final ActionLog log;

  QuoteMailService(
      Quotations quotations, Orders orders, ContractorService contractors, OrderMailService mails, QuoteTerms terms,
      Chasing chasing, ActionLog log) {
    this.quotations = quotations;
    this.orders = orders;
    this.contractors = contractors;
    this.mails = mails;
    this.terms = terms;
    this.chasing = chasing;
    this.log = log;
  }

  /**
   * Asks contractors for a quote.
   *
   * @param documents those of the specification
   */
  public void requested(OrderNumber number, List<String> asked, List<Attachment> documents) {
    Quotation quotation = quotations.lock(number);
    asked.forEach(contractor -> quotation.request(contractor).ifPresent(request -> ask(number, request,
        "Reply by " + DAY.format(request.replyBy()) + ".\n\n" + text(quotation), documents)));
  }

  /**
   * Asks those that have quoted for an earlier specification to confirm or amend their quotes.
   *
   * @param documents those of the specification
   */
  public void specificationChanged(OrderNumber number, List<Attachment> documents) {
    Quotation quotation = quotations.lock(number);
    quotation.requests().stream().filter(request -> request.isLive()).forEach(request ->
        ask(number, request, (quotation.toConfirm().contains(request.contractor())
            ? "The specification has changed since you quoted. Please confirm your quote or amend it."
            : "The specification has changed. Please quote for this one.") + "\n\n" + text(quotation), documents));
  }

  private static String text(Quotation quotation) {
    return quotation.specification().map(Specification::text).orElse("");
  }

  private void ask(OrderNumber number, QuoteRequest request, String about, List<Attachment> documents) {
    mails.toContractor(Template.QUOTE_REQUESTED, orders.get(number), request.contractor(), about, documents);
  }

  /** The choice is final: the others that are written to automatically are told, each once. */
  void rejected(OrderNumber number) {
    Quotation quotation = quotations.lock(number);
    Order order = orders.get(number);
    quotation.toReject().stream()
        .filter(contractor -> contractors.find(contractor).filter(Contractor::automaticAssignment).isPresent())
        .forEach(contractor -> {
          mails.toContractor(Template.QUOTE_REJECTED, order, contractor, "", List.of());
          quotations.rejected(number, quotation, contractor, terms.now());
        });
  }

  /** Reminds contractors whose answer is overdue, each once a day and as often as the table says. */
  void chase(OrderNumber number) {
    Quotation quotation = quotations.lock(number);
    Order order = orders.get(number);
    List<QuoteRequest> due = overdue(order, quotation);
    if (due.isEmpty()) {
      return;
    }
    log.beginSystemActionIfNone(order, CHASE, "Chase for Quotes");
    due.forEach(request -> {
      mails.toContractor(Template.QUOTE_OVERDUE, order, request.contractor(),
          "It was due by " + DAY.format(request.replyBy()) + ".", List.of());
      quotations.reminded(number, quotation, request.contractor(), terms.now());
    });
  }

  /** Who is to be reminded now. */
  @Transactional(readOnly = true)
  public List<QuoteRequest> overdue(OrderNumber number) {
    Order order = orders.get(number);
    return quotations.find(order).map(quotation -> overdue(order, quotation)).orElse(List.of());
  }

  private List<QuoteRequest> overdue(Order order, Quotation quotation) {
    if (order.locked() || order.cancelledAt().isPresent()) {
      return List.of();
    }
    Instant latest = terms.now().minus(chasing.after(OVERDUE));
    int most = terms.reminders(order);
    return quotation.requests().stream()
        .filter(request -> request.isOverdue(terms.today(order)) && request.reminders() < most)
        .filter(request -> request.remindedAt() == null || !latest.isBefore(request.remindedAt()))
        .toList();
  }
}
