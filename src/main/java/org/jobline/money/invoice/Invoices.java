package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.action.CurrentAction;
import org.jobline.documents.OutstandingItems;
import org.jobline.messaging.recipients.OrderMails;
import org.jobline.money.cost.Costs;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.DecisionTables;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.platform.error.InvalidFields;
import org.jobline.referencedata.estate.Estate;
import org.jobline.referencedata.resource.Resource;
import org.jobline.referencedata.resource.Resources;
import org.jobline.visit.Visit;
import org.jobline.visit.Visits;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What resources ask to be paid, held against what was agreed (domain/money.md). */
@Service
public class Invoices {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
  private static final String WRONG_TIMES = "wrong times";
  /** The status an order with an invoice to come waits in. */

  private final InvoiceRepository invoices;
  private final WorkOrders orders;
  private final Costs costs;
  private final Visits visits;
  private final OutstandingItems outstanding;
  private final Resources resources;
  private final Estate estate;
  private final OrderMails mails;
  private final VatRates vatRates;
  private final DecisionTables decisionTables;
  private final OrderCard card;
  private final ProcessMessages messages;
  private final CurrentAction current;
  private final Clock clock;

  Invoices(
      InvoiceRepository invoices, WorkOrders orders, Costs costs, Visits visits, OutstandingItems outstanding,
      Resources resources, Estate estate, OrderMails mails, VatRates vatRates, DecisionTables decisionTables,
      OrderCard card, ProcessMessages messages, CurrentAction current, Clock clock) {
    this.invoices = invoices;
    this.orders = orders;
    this.costs = costs;
    this.visits = visits;
    this.outstanding = outstanding;
    this.resources = resources;
    this.estate = estate;
    this.mails = mails;
    this.vatRates = vatRates;
    this.decisionTables = decisionTables;
    this.card = card;
    this.messages = messages;
    this.current = current;
    this.clock = clock;
  }

  /** All of the order, rejected ones too, oldest first. */
  @Transactional(readOnly = true)
  List<Invoice> of(OrderNumber number) {
    return invoices.of(number.value());
  }

  /** Whether any was recorded that was not rejected. */
  @Transactional(readOnly = true)
  public boolean exist(OrderNumber number) {
    return standing(number).findAny().isPresent();
  }

  /** Whether a final invoice was accepted, so that nothing else can be invoiced. */
  @Transactional(readOnly = true)
  public boolean isSettled(OrderNumber number) {
    return of(number).stream().anyMatch(invoice -> invoice.state() == Invoice.State.ACCEPTED && invoice.isFinal());
  }

  /** The invoice finance has to decide on. */
  @Transactional(readOnly = true)
  Optional<Invoice> waiting(OrderNumber number) {
    return of(number).stream().filter(invoice -> invoice.state() == Invoice.State.WAITING).findFirst();
  }

  @Transactional(readOnly = true)
  StagedPayments stages(OrderNumber number) {
    return new StagedPayments(invoices.stages(number.value()));
  }

  /**
   * Replaces the stages; none: the fixed cost may be invoiced at once.
   *
   * @throws InvalidFields when their sum is above the fixed cost
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void stage(OrderNumber number, StagedPayments stages) {
    orders.lock(number);
    BigDecimal fixed = costs.fixedCost(number).orElseThrow(() ->
        new InvalidFields("stages", "Set a fixed cost before adding stages."));
    if (stages.sum().compareTo(fixed) > 0) {
      throw new InvalidFields("stages", "Stages add up to " + stages.sum()
          + "; they can't be more than the fixed cost, " + fixed + ".");
    }
    current.change("stages", stages(number).text(), stages.text());
    invoices.replaceStages(number.value(), stages.stages());
  }

  /**
   * Records an invoice and holds it against what was agreed: it is accepted, or waits with the reasons.
   *
   * @throws InvalidFields when its number was recorded already, it is above what the stages have released, or nobody
   *     knows what CIS would deduct
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void record(OrderNumber number, NewInvoice recorded) {
    WorkOrder order = orders.lock(number);
    Resource resource = resource(order);
    LocalDate dated = recorded.dated();
    checkDate(order, dated);
    if (recorded.isFinal() && !outstanding.missing(number).isEmpty()) {
      throw new InvalidFields("isFinal", "Final invoice can't be ticked while something is outstanding: "
          + String.join(", ", outstanding.missing(number)) + ".");
    }
    InvoiceAmounts amounts = recorded.claim().amounts(order.cis(), cisRate(order, resource, dated));
    checkReleased(order, amounts, BigDecimal.ZERO);
    List<String> reasons = mismatches(order, amounts, dated, amounts.net());
    Invoice invoice = new Invoice(0, number.value(), resource.code(), recorded.number().typed(), dated,
        estate.client(order.client()).orElseThrow().currency(), amounts.labour(), amounts.materials(), amounts.vat(),
        order.cis(), amounts.cisRate(), amounts.deduction(), amounts.payable(), recorded.isFinal(),
        reasons.isEmpty() ? Invoice.State.ACCEPTED : Invoice.State.WAITING, reasons, current.agent().name(),
        clock.instant());
    if (!invoices.insert(invoice, recorded.number())) {
      throw new InvalidFields("invoiceNumber", "This invoice number is already recorded for " + resource.name()
          + " (capitals, spaces and punctuation are ignored).");
    }
    remarkFigures(invoice.currency(), amounts);
    said(reasons);
    if (reasons.isEmpty()) {
      settle(invoice);
    }
  }

  /** Finance takes the invoice that waits as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  void accept(OrderNumber number) {
    orders.lock(number);
    Invoice invoice = toResolve(number);
    invoices.move(invoice.id(), Invoice.State.ACCEPTED, invoice.reasons());
    current.note("invoice " + invoice.invoiceNumber() + " accepted despite "
        + String.join(", ", invoice.reasons()));
    settle(invoice);
  }

  /**
   * Puts the figures right and holds them against what was agreed again.
   *
   * @throws InvalidFields when they are above what the stages have released
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void correct(OrderNumber number, Claim claim) {
    WorkOrder order = orders.lock(number);
    Invoice invoice = toResolve(number);
    InvoiceAmounts amounts = claim.amounts(invoice.cis(), invoice.cisRate());
    checkReleased(order, amounts, invoice.net());
    List<String> reasons = mismatches(order, amounts, invoice.dated(), amounts.net().subtract(invoice.net()));
    invoices.correct(invoice.id(), amounts);
    current.change("net", invoice.net(), amounts.net());
    current.change("labour", invoice.labour(), amounts.labour());
    current.change("materials", invoice.materials(), amounts.materials());
    current.change("vat", invoice.vat(), amounts.vat());
    remarkFigures(invoice.currency(), amounts);
    invoices.move(
        invoice.id(), reasons.isEmpty() ? Invoice.State.ACCEPTED : Invoice.State.WAITING,
        reasons.isEmpty() ? invoice.reasons() : reasons);
    said(reasons);
    if (reasons.isEmpty()) {
      settle(invoice);
    }
  }

  /** The resource gets its invoice back and may send it again. */
  @Transactional(propagation = Propagation.MANDATORY)
  void reject(OrderNumber number, String reason) {
    WorkOrder order = orders.lock(number);
    Invoice invoice = toResolve(number);
    invoices.move(invoice.id(), Invoice.State.REJECTED, invoice.reasons());
    current.note("invoice " + invoice.invoiceNumber() + " rejected");
    mails.invoiceRejected(order, invoice.invoiceNumber() + ": " + reason);
  }

  /** Has finance look at the last accepted invoice again, when the corrected times leave less to pay for. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void matchAgain(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    List<Invoice> accepted = of(number).stream().filter(Invoice::isAccepted).toList();
    if (accepted.isEmpty() || !isAboveAccrual(order, BigDecimal.ZERO)) {
      return;
    }
    waiting(number).ifPresentOrElse(this::alsoForItsTimes, () -> reopen(order, accepted.get(accepted.size() - 1)));
  }

  private void alsoForItsTimes(Invoice invoice) {
    List<String> reasons = Stream.concat(Stream.of(WRONG_TIMES), invoice.reasons().stream()).distinct().toList();
    invoices.move(invoice.id(), Invoice.State.WAITING, reasons);
    current.note("invoice " + invoice.invoiceNumber() + " waiting for finance: " + String.join(", ", reasons));
  }

  private void reopen(WorkOrder order, Invoice invoice) {
    invoices.move(invoice.id(), Invoice.State.WAITING, List.of(WRONG_TIMES));
    current.note(
        "invoice " + invoice.invoiceNumber() + " no longer matches – waiting for finance: " + WRONG_TIMES);
    if (invoice.isFinal()) {
      tell(ProcessMessage.FINAL_INVOICE_UNMARKED, order.number());
    }
    messages.start(ProcessMessage.INVOICE_NO_LONGER_MATCHES, invoice.orderNumber(), card.of(order.order()));
  }

  /** Lets the order be invoiced again. */
  @Transactional(propagation = Propagation.MANDATORY)
  void unmarkFinal(OrderNumber number) {
    orders.lock(number);
    current.change("isFinal", true, false);
    invoices.unmarkFinal(number.value());
    tell(ProcessMessage.FINAL_INVOICE_UNMARKED, number);
  }

  private void settle(Invoice invoice) {
    if (invoice.isFinal()) {
      current.note("final invoice");
      tell(ProcessMessage.FINAL_INVOICE_RECORDED, new OrderNumber(invoice.orderNumber()));
    }
  }

  private void tell(ProcessMessage message, OrderNumber number) {
    WorkOrder order = orders.get(number);
    messages.send(message, number.value(), order.type().lifecycle(), order.status().code().anyType());
  }

  private void remarkFigures(String currency, InvoiceAmounts amounts) {
    current.note("net " + amounts.net() + ", VAT " + amounts.vat() + ", CIS deduction " + amounts.deduction()
        + ", payable " + amounts.payable() + " " + currency);
  }

  private void said(List<String> reasons) {
    current.note(reasons.isEmpty() ? "accepted" : "waiting for finance: " + String.join(", ", reasons));
  }

  private Invoice toResolve(OrderNumber number) {
    return waiting(number).orElseThrow(() -> new IllegalStateException("No invoice of " + number + " waits"));
  }

  private Stream<Invoice> standing(OrderNumber number) {
    return of(number).stream().filter(invoice -> invoice.state() != Invoice.State.REJECTED);
  }

  private BigDecimal invoiced(OrderNumber number) {
    return standing(number).map(Invoice::net).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** @param counted what of this invoice is among what was invoiced */
  private void checkReleased(WorkOrder order, InvoiceAmounts amounts, BigDecimal counted) {
    StagedPayments stages = stages(order.number());
    costs.fixedCost(order.number()).filter(fixed -> !stages.isEmpty()).ifPresent(fixed -> {
      BigDecimal allowed = stages.released(today(order), fixed)
          .subtract(invoiced(order.number())).add(counted).max(BigDecimal.ZERO.setScale(2));
      if (amounts.net().compareTo(allowed) > 0) {
        throw new InvalidFields(order.cis() ? "labour" : "net", "The net amount can't be more than " + allowed
            + ", the part of the staged payments that is due and not yet invoiced.");
      }
    });
  }

  /** @param more what comes on top of what was invoiced */
  private List<String> mismatches(WorkOrder order, InvoiceAmounts amounts, LocalDate dated, BigDecimal more) {
    List<String> reasons = new ArrayList<>();
    List<Visit> made = visits.of(order.number());
    boolean known = made.isEmpty()
        ? costs.wasFixedRemotely(order.number())
        : made.stream().allMatch(visit -> visit.stoppedAt() != null);
    if (!known) {
      reasons.add(WRONG_TIMES);
    }
    outstanding.missingByKind(order.number()).forEach(item -> reasons.add("no " + item));
    if (isAboveAccrual(order, more)) {
      reasons.add("above estimate");
    }
    if (!vatRates.allow(amounts, estate.site(order.site()).orElseThrow().country(), dated)) {
      reasons.add("VAT doesn't match");
    }
    return reasons;
  }

  private boolean isAboveAccrual(WorkOrder order, BigDecimal more) {
    BigDecimal percent = invoices.tolerancePercent(order.client()).orElse(BigDecimal.ZERO).add(new BigDecimal(100));
    BigDecimal most = costs.accrual(order.number()).multiply(percent).movePointLeft(2).setScale(2, RoundingMode.DOWN);
    return invoiced(order.number()).add(more).compareTo(most) > 0;
  }

  private void checkDate(WorkOrder order, LocalDate dated) {
    LocalDate logged = LocalDate.ofInstant(order.loggedAt(), estate.site(order.site()).orElseThrow().timeZone());
    if (dated.isAfter(today(order))) {
      throw new InvalidFields("dated", "Invoice date can't be in the future.");
    }
    if (dated.isBefore(logged)) {
      throw new InvalidFields("dated", "Invoice date can't be before the order was logged, on "
          + DAY.format(logged) + ".");
    }
  }

  private BigDecimal cisRate(WorkOrder order, Resource resource, LocalDate on) {
    if (!order.cis()) {
      return BigDecimal.ZERO;
    }
    Map<String, Object> inputs = Map.of("status", resource.cisStatus().label(), "day", VatRates.day(on));
    return decisionTables.column("cis-rates", inputs, "percent")
        .stream().findFirst().map(BigDecimal::new).orElseThrow(() ->
            new InvalidFields("dated", "There is no CIS rate for this invoice date. Check the date."));
  }

  private Resource resource(WorkOrder order) {
    return order.resource().flatMap(resources::find).orElseThrow(() ->
        new InvalidFields("invoiceNumber", "An invoice can't be recorded: the order has no contractor."));
  }

  private LocalDate today(WorkOrder order) {
    ZoneId zone = estate.site(order.site()).orElseThrow().timeZone();
    return clock.instant().atZone(zone).toLocalDate();
  }
}
