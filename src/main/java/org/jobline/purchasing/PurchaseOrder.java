package org.jobline.purchasing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What is bought for a site from one supplier, beside what the desk knows of every order. Its delivery status and its
 * totals are derived from its lines and documents. Each command is checked as a whole, and changes nothing when
 * something is wrong with it; documents are written by the classes called postings.
 */
public class PurchaseOrder {

  private static final Duration REINSTATABLE = Duration.ofDays(30);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  @Id private String number;
  @Transient private Order order;
  @Transient private List<PurchaseLine> lines = new ArrayList<>();
  @Transient private final List<PurchaseLine> removedLines = new ArrayList<>();
  @Transient private boolean isNextAttemptMoved;
  @Transient private final List<Amendment> unwrittenAmendments = new ArrayList<>();
  @Transient private Movements movements = Movements.none();
  @Transient private PurchaseInvoices invoices = PurchaseInvoices.none();
  private @Nullable String supplier;
  @Embedded.Empty(prefix = "terms_") private PurchaseTerms terms;
  private String currency;
  private @Nullable BigDecimal typedDeliveryCharge;
  private @Nullable String deliveryLocation;
  private @Nullable LocalDate requestedDate;
  private @Nullable String costCode;
  private @Nullable String reason;
  private @Nullable String supplierReference;
  private @Nullable Instant submittedAt;
  private SubmitOrder.@Nullable How submittedHow;
  private @Nullable Instant acknowledgedAt;
  private int attempts;
  private @Nullable Instant nextAttemptAt;
  private boolean priceRefused;
  private int sheetVersion;
  private int lastPosition;
  private int documents;
  private int amendments;
  private int toldVersion;

  /** The repository fills the rest from the row, and {@link #of} what belongs to it. */
  @SuppressWarnings("NullAway.Init")
  protected PurchaseOrder() {}

  /** @throws org.jobline.platform.error.InvalidFieldsException when something is wrong with it */
  PurchaseOrder(Order order, NewPurchaseOrder details, LocalDate today) {
    this.number = order.number().value();
    this.order = order;
    this.supplier = details.supplier();
    this.terms = details.terms();
    this.currency = details.currency();
    this.deliveryLocation = details.deliveryLocation();
    this.requestedDate = details.requestedDate();
    this.costCode = details.costCode();
    this.reason = details.reason();
    terms(details, today).forEach(this::add);
    findByTexts();
  }

  private static List<LineTerms> terms(NewPurchaseOrder details, LocalDate today) {
    Findings findings = new Findings();
    if (details.requestedDate() != null && details.requestedDate().isBefore(today)) {
      findings.add("requestedDate", "Requested date can't be in the past.");
    }
    if (details.lines().isEmpty()) {
      findings.add(Findings.LINES, "At least one line is required.");
    }
    List<LineTerms> lines = new ArrayList<>();
    for (int i = 0; i < details.lines().size(); i++) {
      LineTerms.of(i + 1, details.lines().get(i), details.currency(), details.terms().freeTextLines(), today, findings)
          .ifPresent(lines::add);
    }
    findings.throwIfAny();
    return lines;
  }

  PurchaseOrder of(Order order, List<PurchaseLine> lines, Movements movements, PurchaseInvoices invoices) {
    this.order = order;
    this.lines = new ArrayList<>(lines);
    this.lines.forEach(line -> line.of(currency));
    this.movements = movements;
    this.invoices = invoices;
    return this;
  }

  private void findByTexts() {
    order.findBySupplier(supplier, Stream.of(
            Stream.of(supplierReference, reason, deliveryLocation),
            lines().stream().flatMap(line -> Stream.of(line.part().orElse(null), line.description())),
            movements.all().stream().map(Movement::particulars)
                .flatMap(said -> Stream.of(said.deliveryNote(), said.trackingNumber())),
            invoices.all().stream().map(invoice -> invoice.number().typed()))
        .flatMap(texts -> texts));
  }

  // What may be done

  /** @param terms what is agreed with this supplier */
  void chooseSupplier(String supplier, PurchaseTerms terms) {
    Findings findings = new Findings();
    requireActive(findings);
    if (isSubmitted()) {
      findings.add("supplier", "The supplier can't be changed: the order has been submitted.");
    }
    findings.throwIfAny();
    this.supplier = supplier;
    this.terms = terms;
    findByTexts();
  }

  void edit(EditLines command, Recorded recorded) {
    requireActive();
    Money before = totals().net();
    List<Amendment.Line> changed = new LineAmendment(this, command).apply(recorded);
    if (isSubmitted()) {
      sheetVersion++;
    }
    enter(new Amendment(
        amendments + 1, Amendment.number(number, amendments + 1), command.reason(), null, typedDeliveryCharge,
        typedDeliveryCharge, before, totals().net(), isSubmitted() ? sheetVersion : null, changed, recorded.by(),
        recorded.at()));
    new InvoiceBook(this).matchAgain(recorded);
    findByTexts();
  }

  private void enter(Amendment amendment) {
    amendments = amendment.sequence();
    unwrittenAmendments.add(amendment);
  }

  /**
   * Takes back what was last amended, and has not been built upon.
   *
   * @return by what it was undone; empty when it can't be
   */
  Optional<Amendment> undo(Amendment last, String why, Recorded recorded) {
    AmendmentReversal reversal = new AmendmentReversal(this, last);
    if (!reversal.isPossible()) {
      return Optional.empty();
    }
    reversal.apply();
    typedDeliveryCharge = last.chargeBefore();
    if (last.sheetVersion() != null) {
      sheetVersion = last.sheetVersion() - 1;
    }
    Amendment counter = last.counter(amendments + 1, number, why, recorded);
    enter(counter);
    new InvoiceBook(this).matchAgain(recorded);
    return Optional.of(counter);
  }

  /** @param typed null for what the supplier's terms say */
  void setDeliveryCharge(@Nullable BigDecimal typed, Recorded recorded) {
    Findings findings = new Findings();
    requireActive(findings);
    if (typed != null) {
      new InvoiceHead(this, findings).amount("deliveryCharge", "Delivery charge", typed);
    }
    findings.throwIfAny();
    Money before = totals().net();
    BigDecimal chargeBefore = typedDeliveryCharge;
    this.typedDeliveryCharge = typed;
    enter(new Amendment(
        amendments + 1, Amendment.number(number, amendments + 1), null, null, chargeBefore, typed, before, totals().net(),
        null, List.of(), recorded.by(), recorded.at()));
    new InvoiceBook(this).matchAgain(recorded);
  }

  /** Also again, when the supplier could not be reached after the first time. */
  void submit(SubmitOrder command, Recorded recorded) {
    Findings findings = new Findings();
    requireActive(findings);
    if (supplier == null) {
      findings.add("supplier", "Choose a supplier before you submit the order.");
    }
    if (acknowledgedAt != null) {
      findings.add("how", "The supplier has already acknowledged this order.");
    }
    if (priceRefused) {
      findings.add("how", "What this order comes to was refused. Edit the items or cancel it.");
    }
    if (command.how() == SubmitOrder.How.BY_PHONE) {
      findings.required("spokeTo", "Spoke to", command.spokeTo());
    }
    findings.throwIfAny();
    if (submittedAt == null) {
      sheetVersion = 1;
      submittedAt = recorded.at();
    }
    submittedHow = command.how();
    sheetTold();
    refer(command.supplierReference());
  }

  /** The supplier knows what is ordered now. */
  public void sheetTold() {
    toldVersion = sheetVersion;
    contacted();
  }

  /** The same of one who was rung. */
  void tellByPhone(@Nullable String reference) {
    Findings findings = new Findings();
    requireActive(findings);
    if (!isSheetWaiting()) {
      findings.add("spokeTo", "The supplier knows of all changes.");
    }
    findings.throwIfAny();
    sheetTold();
    refer(reference);
  }

  /** The desk is to get in touch with the supplier. */
  void contactAgain(Instant at) {
    nextAttemptAt = at;
    isNextAttemptMoved = true;
  }

  /** Nobody has to get in touch with the supplier any more, unless he is to be rung about a change. */
  private void contacted() {
    if (!isByPhone() || !isSheetWaiting()) {
      nextAttemptAt = null;
      isNextAttemptMoved = true;
    }
  }

  /** Whether its waiting tasks have to be shown at another time; asked once, they are. */
  boolean takeNextAttemptMoved() {
    boolean moved = isNextAttemptMoved;
    isNextAttemptMoved = false;
    return moved;
  }

  /** Whether the supplier has still to be told of a change. */
  public boolean isSheetWaiting() {
    return isSubmitted() && sheetVersion > toldVersion;
  }

  /** What it comes to was refused, and it is not sent as it is; or it comes to something else now. */
  void refusePrice(boolean isRefused) {
    this.priceRefused = isRefused;
  }

  /** Whether somebody refused what it comes to. */
  public boolean isPriceRefused() {
    return priceRefused;
  }

  /**
   * Counts an attempt at reaching the supplier that failed.
   *
   * @param wait before the next one
   */
  void noAnswer(Duration wait, Recorded recorded) {
    requireActive();
    attempts++;
    contactAgain(recorded.at().plus(wait));
  }

  void acknowledge(AcknowledgeOrder command, Recorded recorded) {
    requireSubmitted();
    Findings findings = new Findings();
    if (acknowledgedAt != null) {
      findings.add("supplierReference", "The supplier has already acknowledged this order.");
    }
    Map<PurchaseLine, String> refused = refused(command, findings);
    List<Integer> named = new ArrayList<>();
    command.dates().forEach(line -> named.add(line.position()));
    command.refused().forEach(line -> named.add(line.position()));
    new TypedLines(this, findings).once(Findings.LINES, named);
    Map<PurchaseLine, LocalDate> dates = new DeliveryDates(this, findings, recorded.today())
        .promised(command.deliveryDate(), command.dates());
    findings.throwIfAny();
    dates.keySet().removeAll(refused.keySet());
    acknowledgedAt = recorded.at();
    contacted();
    refer(command.supplierReference());
    dates.forEach(PurchaseLine::promise);
    if (!refused.isEmpty()) {
      post(new RemainderPosting(this).refused(refused, recorded), recorded);
    }
  }

  private Map<PurchaseLine, String> refused(AcknowledgeOrder command, Findings findings) {
    TypedLines typed = new TypedLines(this, findings);
    Map<PurchaseLine, String> refused = new LinkedHashMap<>();
    command.refused().forEach(each -> typed.line(Findings.LINES, each.position()).ifPresent(line -> {
      if (!line.isOpen()) {
        findings.ofLine(line.position(), "nothing is open.");
      }
      if (each.reason().isBlank()) {
        findings.ofLine(line.position(), "enter the supplier's reason.");
      }
      refused.put(line, each.reason().strip());
    }));
    return refused;
  }

  void provideDeliveryDates(ProvideDeliveryDates command, Recorded recorded) {
    requireSubmitted();
    Findings findings = new Findings();
    TypedLines typed = new TypedLines(this, findings);
    typed.once(Findings.LINES, command.lines().stream().map(PromisedLine::position).toList());
    Map<PurchaseLine, LocalDate> dates = new DeliveryDates(this, findings, recorded.today())
        .promised(command.date(), command.lines());
    if (findings.isEmpty() && dates.isEmpty()) {
      findings.add("deliveryDate", "Enter a delivery date for an open line.");
    }
    findings.throwIfAny();
    dates.forEach(PurchaseLine::promise);
    contacted();
  }

  Movement dispatch(DispatchItems command, Recorded recorded) {
    return post(new DispatchPosting(this, command).movement(recorded), recorded);
  }

  Movement receive(ReceiptOfItems command, Recorded recorded) {
    return post(new ReceiptPosting(this, command).movement(recorded), recorded);
  }

  /** Whether the receipt keeps more than may be kept without finance. */
  boolean needsFinance(ReceiptOfItems command) {
    return new ReceiptPosting(this, command).needsFinance();
  }

  Movement sendBack(ReturnItems command, Recorded recorded) {
    return post(new ReturnPosting(this, command).movement(recorded), recorded);
  }

  Movement endRemaining(RemainingNotRequired command, Recorded recorded) {
    return post(new RemainderPosting(this).notRequired(command, recorded), recorded);
  }

  Movement requireAgain(RequireAgain command, Recorded recorded) {
    Movement required = post(new RemainderPosting(this).requiredAgain(command, recorded), recorded);
    sheetVersion++;
    return required;
  }

  Movement undo(UndoDocument command, Recorded recorded) {
    Movement counter = post(new MovementReversal(this, command).movement(recorded), recorded);
    Set<Integer> notReceived = counter.positions().stream()
        .filter(position -> counter.change(position).received().signum() < 0).collect(Collectors.toSet());
    new InvoiceBook(this).reopen(notReceived, recorded);
    return counter;
  }

  /** @return as it stands after it was held against the order */
  PurchaseInvoice invoice(NewPurchaseInvoice command, Recorded recorded) {
    return enter(new InvoicePosting(this, command).invoice(recorded), command.isFinal(), recorded);
  }

  /** @return as it stands after it was held against the order */
  PurchaseInvoice credit(NewCreditNote command, Recorded recorded) {
    PurchaseInvoice credit = enter(new CreditPosting(this, command).creditNote(recorded), false, recorded);
    contacted();
    return credit;
  }

  private PurchaseInvoice enter(PurchaseInvoice invoice, boolean isFinal, Recorded recorded) {
    documents = invoice.sequence();
    new InvoiceBook(this).enter(invoice, isFinal, recorded);
    findByTexts();
    return invoices.find(invoice.number()).orElseThrow();
  }

  /** Accepts an invoice that waits. */
  void accept(String invoiceNumber, String remark, Recorded recorded) {
    new InvoiceBook(this).accept(invoiceNumber, remark, recorded);
    documents++;
  }

  void dispute(String invoiceNumber, String reason, Recorded recorded) {
    new InvoiceBook(this).dispute(invoiceNumber, reason, recorded);
    documents++;
  }

  void unmarkFinal(String reason, Recorded recorded) {
    new InvoiceBook(this).unmarkFinal(reason, recorded);
    documents++;
  }

  void cancel(@Nullable String why, Recorded recorded) {
    Findings findings = new Findings();
    requireActive(findings);
    findings.required("reason", "Reason", why);
    lines.stream().filter(line -> line.received().isPositive()).forEach(line -> findings.ofLine("order", line.position(),
        line.received() + " received. Mark the rest as not required rather than cancelling the order."));
    lines.stream().filter(line -> !line.received().isPositive() && line.quantities().sum().dispatched().signum() > 0)
        .forEach(line -> findings.ofLine("order", line.position(),
            "it has been dispatched. Mark it as not required, or undo the dispatch first."));
    if (lines.stream().anyMatch(line -> line.invoiced().isPositive())) {
      findings.add("order", "This order has been invoiced. Dispute the invoice or record its credit note first.");
    }
    findings.throwIfAny();
    order.cancel(recorded.at());
    nextAttemptAt = null;
    isNextAttemptMoved = true;
  }

  /** Nobody wants any more what nobody ever got. */
  void cancelUnwanted(Recorded recorded) {
    order.cancel(recorded.at());
  }

  /** All that is wanted has come. */
  void complete(Recorded recorded) {
    order.complete(recorded.at());
  }

  /** Something is to come again. */
  void reopen() {
    order.reopen();
  }

  void reinstate(Recorded recorded) {
    Findings findings = new Findings();
    if (order.cancelledAt().isEmpty()) {
      findings.add("order", "This order hasn't been cancelled.");
    }
    if (order.cancelledAt().filter(at -> at.plus(REINSTATABLE).isBefore(recorded.at())).isPresent()) {
      findings.add("order", "This order was cancelled more than 30 days ago. Log a new one.");
    }
    findings.throwIfAny();
    order.reinstate();
    if (isUnwanted()) {
      post(new RemainderPosting(this).requiredAgain(new RequireAgain(
          lines.stream().filter(line -> line.notRequired().isPositive()).map(PurchaseLine::position).sorted().toList(),
          "reinstated"), recorded), recorded);
    }
  }

  // What the classes that check a command need

  void requireSubmitted() {
    Findings findings = new Findings();
    requireActive(findings);
    if (!isSubmitted()) {
      findings.add("order", "Submit the order to the supplier first.");
    }
    findings.throwIfAny();
  }

  /**
   * Documents are told apart by how many the order had when an agent looked at it.
   *
   * @throws RecordedMeanwhileException when goods have moved since
   */
  void requireMovementsSeen(int documents) {
    movements.latestAfter(documents).ifPresent(movement -> {
      throw RecordedMeanwhileException.of(movement, movement.items(this));
    });
  }

  /** The same of invoices and what was decided about them. */
  void requireAllSeen(int documents) {
    requireMovementsSeen(documents);
    invoices.all().stream().filter(invoice -> invoice.sequence() > documents).reduce((earlier, later) -> later)
        .ifPresent(invoice -> {
          throw RecordedMeanwhileException.of(invoice);
        });
    if (this.documents > documents) {
      throw RecordedMeanwhileException.ofDecision(invoices.lastDecided().orElseThrow());
    }
  }

  private void requireActive() {
    Findings findings = new Findings();
    requireActive(findings);
    findings.throwIfAny();
  }

  private void requireActive(Findings findings) {
    if (order.cancelledAt().isPresent()) {
      findings.add("order", "This order has been cancelled.");
    }
  }

  private void refer(@Nullable String reference) {
    if (reference != null && !reference.isBlank()) {
      supplierReference = reference.strip();
      findByTexts();
    }
  }

  PurchaseLine add(LineTerms terms) {
    PurchaseLine line = new PurchaseLine(number, ++lastPosition, terms);
    lines.add(line);
    return line;
  }

  /** @param removed a line that there was */
  void restore(Amendment.Line removed) {
    lines.add(PurchaseLine.restored(number, removed, Objects.requireNonNull(removed.before())).of(currency));
  }

  void remove(PurchaseLine line) {
    lines.remove(line);
    removedLines.add(line);
  }

  /** The lines that still stand in the table; asked once, they count as deleted. */
  List<PurchaseLine> takeRemovedLines() {
    List<PurchaseLine> removed = removedLines.stream().filter(PurchaseLine::isWritten).toList();
    removedLines.clear();
    return removed;
  }

  /** Those that stand in no table yet; asked once, they count as written. */
  List<Amendment> takeUnwrittenAmendments() {
    List<Amendment> unwritten = List.copyOf(unwrittenAmendments);
    unwrittenAmendments.clear();
    return unwritten;
  }

  /** A document with the next number of its kind; it counts once it is posted. */
  Movement document(
      Movement.Kind kind, Movement.Particulars particulars, List<Movement.Line> its, Recorded recorded) {
    return new Movement(nextDocument(), kind, movements.nextNumber(number, kind), particulars, its, recorded.by(),
        recorded.at());
  }

  private Movement post(Movement movement, Recorded recorded) {
    movement.positions().forEach(position ->
        line(position).orElseThrow().apply(movement.change(position)));
    movement.lines().stream().filter(line -> line.date() != null && movement.kind() == Movement.Kind.DISPATCH)
        .forEach(line -> line(line.position()).orElseThrow().dispatch(line.date()));
    movements.add(movement);
    documents = movement.sequence();
    contacted();
    new InvoiceBook(this).matchAgain(recorded);
    findByTexts();
    return movement;
  }

  int nextDocument() {
    return documents + 1;
  }

  int lastPosition() {
    return lastPosition;
  }

  Movements movements() {
    return movements;
  }

  PurchaseInvoices invoices() {
    return invoices;
  }

  /** What an invoice by its total is for: what has come and was not invoiced, else what is expected and was not. */
  List<PurchaseInvoice.Line> linesToInvoice() {
    List<PurchaseInvoice.Line> arrived = lines.stream().filter(line -> line.quantities().toInvoice().signum() > 0)
        .map(line -> InvoicePosting.line(line, line.quantities().toInvoice(), line::cost)).toList();
    return !arrived.isEmpty() ? arrived : lines.stream()
        .filter(line -> line.quantities().wanted().compareTo(line.quantities().invoiced()) > 0)
        .map(line -> InvoicePosting.line(
            line, line.quantities().wanted().subtract(line.quantities().invoiced()), line::cost)).toList();
  }

  BigDecimal creditExpected(PurchaseLine line) {
    return new Settlement(this).creditExpected(line);
  }

  // What is derived

  /** As agents count: nothing, some or all of it has come. */
  public DeliveryState deliveryState() {
    if (isNothingReceived()) {
      return DeliveryState.NOTHING_RECEIVED;
    }
    return isAnyLineOpen() ? DeliveryState.PARTLY_DELIVERED : DeliveryState.FULLY_DELIVERED;
  }

  public boolean isAnyLineOpen() {
    return lines.stream().anyMatch(PurchaseLine::isOpen);
  }

  /** Whether something was dispatched that has not come. */
  public boolean isAnythingOnItsWay() {
    return lines.stream().filter(PurchaseLine::isOpen).map(line -> line.quantities().sum())
        .anyMatch(sum -> sum.dispatched().compareTo(sum.received()) > 0);
  }

  /** Whether nothing ever came, not even what was sent back. */
  public boolean isNothingReceived() {
    return lines.stream().noneMatch(line -> line.received().isPositive());
  }

  /** Whether nothing came, nothing is wanted any more, and nobody asks to be paid for it. */
  public boolean isUnwanted() {
    return isNothingReceived() && !isAnyLineOpen() && invoices.live().findAny().isEmpty();
  }

  /** Whether nothing is to be paid or credited any more, and nothing waits for finance. */
  public boolean isSettled() {
    return new Settlement(this).isComplete();
  }

  /** Whether what has come has to be paid for, and the supplier has asked for nothing yet. */
  public boolean isInvoiceMissing() {
    return new Settlement(this).isInvoiceMissing();
  }

  /** Whether goods that were paid for went back, and the supplier has not credited them. */
  public boolean isCreditExpected() {
    return new Settlement(this).isCreditExpected();
  }

  /** What has come and was not invoiced, with the delivery charge; without VAT. */
  public Money toInvoice() {
    return new Settlement(this).toInvoice();
  }

  /**
   * What it costs in the end, as far as that is known: less what was or is to be credited, without VAT; nothing once it
   * is cancelled.
   */
  public Money cost() {
    return new Settlement(this).cost();
  }

  /** What is paid beyond the present prices of what was invoiced, negative where it is less; without VAT. */
  public Money variance() {
    return new Settlement(this).variance();
  }

  public boolean isVarianceAboveTolerance() {
    return new Settlement(this).isVarianceAboveTolerance();
  }

  public OrderTotals totals() {
    return OrderTotals.of(this);
  }

  /** How much of what is wanted has come, in whole percent, each line counting alike; 100 only when nothing is open. */
  public int percentArrived() {
    List<LineQuantities> wanted = lines.stream().map(PurchaseLine::quantities)
        .filter(line -> line.wanted().signum() > 0).toList();
    if (wanted.isEmpty()) {
      return 0;
    }
    return wanted.stream()
        .map(line -> line.accepted().multiply(HUNDRED).divide(line.wanted(), 4, RoundingMode.DOWN))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(wanted.size()), 0, RoundingMode.DOWN).intValueExact();
  }

  /** What was typed, else what the supplier's terms say of the goods that were ordered; without VAT. */
  public Money deliveryCharge() {
    if (typedDeliveryCharge != null) {
      return new Money(typedDeliveryCharge, currency);
    }
    Money goods = lines.stream()
        .map(line -> line.cost(line.ordered().minus(line.notRequired()).amount()))
        .reduce(Money.zero(currency), Money::plus);
    return terms.charge(goods);
  }

  public boolean isDeliveryChargeCalculated() {
    return typedDeliveryCharge == null;
  }

  /** When the line is expected: when it is promised for, else when it is wanted; empty when nobody said. */
  Optional<LocalDate> expectedOn(PurchaseLine line) {
    return line.promisedOn().or(line::requiredBy).or(this::requestedDate);
  }

  /** Whether the line is or will be late: promised for later than it is wanted, or expected before this day and open. */
  boolean isLate(PurchaseLine line, LocalDate today) {
    return line.isOpen()
        && (line.isLate(requestedDate) || expectedOn(line).filter(day -> day.isBefore(today)).isPresent());
  }

  /** When goods last went back that the supplier has still to credit; empty when he has nothing to. */
  Optional<Instant> creditExpectedSince() {
    return isCreditExpected() ? movements.all().stream()
        .filter(movement -> movement.lines().stream().anyMatch(line -> line.change().returnedForCredit().signum() > 0))
        .map(Movement::recordedAt).max(Comparator.naturalOrder()) : Optional.empty();
  }

  /** The lines that are promised for later than they are wanted. */
  public List<PurchaseLine> lateLines() {
    return lines.stream().filter(line -> line.isOpen() && line.isLate(requestedDate)).toList();
  }

  // What it is

  /** What every order has. */
  public Order order() {
    return order;
  }

  public OrderNumber number() {
    return new OrderNumber(number);
  }

  public List<PurchaseLine> lines() {
    return lines.stream().sorted(Comparator.comparingInt(PurchaseLine::position)).toList();
  }

  public List<PurchaseLine> openLines() {
    return lines().stream().filter(PurchaseLine::isOpen).toList();
  }

  public Optional<PurchaseLine> line(int position) {
    return lines.stream().filter(line -> line.position() == position).findFirst();
  }

  /** The documents about its quantities, oldest first. */
  public List<Movement> allMovements() {
    return movements.all();
  }

  /** The document by which another was undone. */
  public Optional<Movement> counterOf(Movement movement) {
    return movements.counterOf(movement);
  }

  /** Its invoices and credit notes, oldest first. */
  public List<PurchaseInvoice> allInvoices() {
    return invoices.all();
  }

  /** The oldest invoice or credit note that finance has to decide about. */
  public Optional<PurchaseInvoice> waitingInvoice() {
    return invoices.all().stream().filter(PurchaseInvoice::isWaiting).findFirst();
  }

  /** The dispatches, receipts and returns that may have been entered wrongly, the latest first. */
  List<Movement> documentsToUndo() {
    List<Movement> documents = new ArrayList<>(movements.all().stream()
        .filter(movement -> movement.kind().canBeUndone() && movements.counterOf(movement).isEmpty()).toList());
    Collections.reverse(documents);
    return documents;
  }

  /** How many documents it has; it grows with each, and with each decision about one. */
  public int documents() {
    return documents;
  }

  /** Its code; empty while nobody has chosen one. */
  public Optional<String> supplier() {
    return Optional.ofNullable(supplier);
  }

  public PurchaseTerms terms() {
    return terms;
  }

  /** ISO 4217 code of all its amounts. */
  public String currency() {
    return currency;
  }

  public Optional<String> deliveryLocation() {
    return Optional.ofNullable(deliveryLocation);
  }

  public Optional<LocalDate> requestedDate() {
    return Optional.ofNullable(requestedDate);
  }

  public Optional<String> costCode() {
    return Optional.ofNullable(costCode);
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  public Optional<String> supplierReference() {
    return Optional.ofNullable(supplierReference);
  }

  public boolean isSubmitted() {
    return submittedAt != null;
  }

  /** When the supplier was first sent the order. */
  public Optional<Instant> submittedAt() {
    return Optional.ofNullable(submittedAt);
  }

  /** Whether its supplier is rung rather than sent e-mail. */
  public boolean isByPhone() {
    return submittedHow == SubmitOrder.How.BY_PHONE;
  }

  Optional<SubmitOrder.How> submittedHow() {
    return Optional.ofNullable(submittedHow);
  }

  public Optional<Instant> acknowledgedAt() {
    return Optional.ofNullable(acknowledgedAt);
  }

  /** Failed attempts at reaching the supplier. */
  public int contactAttempts() {
    return attempts;
  }

  public Optional<Instant> nextAttemptAt() {
    return Optional.ofNullable(nextAttemptAt);
  }

  /**
   * The version of the sheet that says what is ordered: 0 before it was submitted, then 1, and one more for each
   * amendment, of which the supplier may have still to be told.
   */
  public int sheetVersion() {
    return sheetVersion;
  }
}
