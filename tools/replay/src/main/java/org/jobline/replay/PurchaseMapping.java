package org.jobline.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an event of a purchase log as what an agent would have done about the order, of which the log tells neither
 * quantities nor prices: one line, of which each receipt brings one piece. Depends on nothing but its arguments, so that
 * the plan of an event that was interrupted can be made again from where the order then stands.
 */
final class PurchaseMapping {

  private static final Set<String> UNSUBMITTED = Set.of("1.40", "1.42");
  private static final Set<String> CANCELLED = Set.of("0.49", "1.49");
  private static final String UNACKNOWLEDGED = "1.43";
  private static final String PARTLY_DELIVERED = "4.40";
  private static final Set<String> EXPECTED = Set.of(UNACKNOWLEDGED, "2.40", "3.40", PARTLY_DELIVERED);
  private static final Set<String> EDITABLE = Set.of("1.40", "1.42", UNACKNOWLEDGED, "2.40", PARTLY_DELIVERED);
  private static final Set<String> CANCELLABLE = Set.of("1.40", "1.42", UNACKNOWLEDGED, "2.40");
  private static final BigDecimal PENNY = new BigDecimal("0.01");
  /** The log tells no date that was promised. */
  private static final int DAYS_TO_DELIVERY = 7;

  private final LogEvent event;
  private final Instant at;
  private final PurchaseState order;
  private final List<Step> steps = new ArrayList<>();
  private String status;

  private PurchaseMapping(LogEvent event, Instant at, PurchaseState order) {
    this.event = event;
    this.at = at;
    this.order = order;
    this.status = order.status().value();
  }

  /** The actions to take, at least one; each is offered where the one before it leads. */
  static List<Step> plan(LogEvent event, Instant at, PurchaseState order) {
    return new PurchaseMapping(event, at, order).plan();
  }

  private List<Step> plan() {
    PurchaseActivity activity = PurchaseActivity.of(event.what());
    if (activity == PurchaseActivity.OTHER) {
      return noted("for the record");
    }
    if (order.isOver()) {
      return noted("the order is over");
    }
    if (CANCELLED.contains(status) && activity == PurchaseActivity.DELETED) {
      return noted("already cancelled");
    }
    if (CANCELLED.contains(status) && at.isAfter(order.reinstatableUntil())) {
      return noted("cancelled for good");
    }
    return switch (activity) {
      case ORDERED -> submitted().orNoted("already submitted");
      case CONFIRMED -> confirmed();
      case QUANTITY_CHANGED -> edited(quantity(), order.price());
      case PRICE_CHANGED -> edited(order.ordered(), order.price().add(PENNY));
      case RECEIVED -> received();
      case RECEIPT_CANCELLED -> returned();
      case DELETED -> deleted();
      case INVOICED -> invoiced();
      case OTHER -> throw new IllegalStateException("It has been noted");
    };
  }

  /** Where a cancelled order comes back to is for the order to know. */
  private PurchaseMapping submitted() {
    if (CANCELLED.contains(status)) {
      add("po-reinstate", Map.of("notes", event.description()));
      add(submit().onlyIn("1.40, 1.42"));
      status = UNACKNOWLEDGED;
    }
    if (UNSUBMITTED.contains(status)) {
      add(submit());
      status = UNACKNOWLEDGED;
    }
    return this;
  }

  private Step submit() {
    return Step.of("po-submit", Map.of("how", "by phone", "spokeTo", event.person()));
  }

  private List<Step> confirmed() {
    submitted();
    String promised = LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(DAYS_TO_DELIVERY).toString();
    if (status.equals(UNACKNOWLEDGED)) {
      add(Step.of("po-acknowledge", Map.of("deliveryDate", promised)).onlyIn(UNACKNOWLEDGED));
    } else if (EXPECTED.contains(status)) {
      add("po-delivery-dates", Map.of("deliveryDate", promised));
    }
    return orNoted("nothing more is to come");
  }

  /** One more, which the next change takes back: else nothing that was changed would ever be delivered. */
  private BigDecimal quantity() {
    BigDecimal less = order.ordered().subtract(BigDecimal.ONE);
    boolean isMoreThanWanted = order.ordered().compareTo(BigDecimal.valueOf(order.wanted())) > 0;
    return isMoreThanWanted && less.compareTo(order.least()) >= 0 ? less : order.ordered().add(BigDecimal.ONE);
  }

  private List<Step> edited(BigDecimal quantity, BigDecimal price) {
    if (!EDITABLE.contains(status)) {
      return noted("not to be changed any more");
    }
    Map<String, Object> fields = new HashMap<>();
    fields.put("lines", "1 " + quantity.stripTrailingZeros().toPlainString() + " " + price + " -");
    if (!UNSUBMITTED.contains(status)) {
      fields.put("reason", event.description());
    }
    add("po-edit-items", fields);
    return steps;
  }

  private List<Step> received() {
    submitted();
    if (!EXPECTED.contains(status)) {
      return orNoted("nothing more is to come");
    }
    add("po-receipt", Map.of(
        "deliveryNote", "GR " + (order.receipts() + 1), "lines", "1 1 - - keep", "confirmed", true));
    return steps;
  }

  /** For credit: what the log receives in its place counts as ordered already. */
  private List<Step> returned() {
    if (order.accepted().signum() == 0) {
      return noted("nothing was received");
    }
    add("po-return-items", Map.of(
        "lines", "1 1 wrong-item", "replacement", "no", "returnNumber", "CGR " + (order.returns() + 1)));
    return steps;
  }

  private List<Step> deleted() {
    if (CANCELLABLE.contains(status)) {
      add("po-cancel", Map.of("reason", event.description()));
    } else if (EXPECTED.contains(status)) {
      add("po-remaining-not-required", Map.of("which", "all", "reason", event.description()));
    }
    return orNoted("all has come");
  }

  private List<Step> invoiced() {
    if (order.isInvoicedForGood() || order.toInvoice().signum() == 0) {
      return noted("nothing is to be invoiced");
    }
    add("po-record-invoice", Map.of(
        "what", "invoice", "number", "INV " + order.number() + "/" + (order.invoices() + 1), "dated", LocalDate.ofInstant(at, ZoneOffset.UTC).toString(),
        "lines", "1 " + order.toInvoice().stripTrailingZeros().toPlainString() + " -", "vat", 0,
        // what is still to come is invoiced when it has
        "isFinal", order.open().signum() == 0));
    return steps;
  }

  private List<Step> orNoted(String why) {
    return steps.isEmpty() ? noted(why) : steps;
  }

  private List<Step> noted(String why) {
    add("add-notes-public", Map.of("text", event.description() + " (" + why + ")"));
    return steps;
  }

  private void add(String action, Map<String, Object> fields) {
    add(Step.of(action, fields));
  }

  private void add(Step step) {
    steps.add(step);
  }
}
