package org.jobline.purchasing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.action.ActionKey;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.platform.time.WrittenTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of purchasing actions show before anything is typed: above all the lines, with their figures. */
@Configuration(proxyBeanMethods = false)
class PurchaseFormValues {

  private final PurchaseOrders purchases;

  PurchaseFormValues(PurchaseOrders purchases) {
    this.purchases = purchases;
  }

  /** @param context what the form's texts and conditions refer to */
  private record Values(
      ActionKey action, Function<Order, Map<String, Object>> fields, Function<Order, Map<String, Object>> context)
      implements FormDefaults {

    @Override
    public boolean areFor(String key) {
      return action.value().equals(key);
    }

    @Override
    public Map<String, Object> of(Order order) {
      return fields.apply(order);
    }

    @Override
    public Map<String, Object> contextValues(Order order) {
      return context.apply(order);
    }
  }

  private FormDefaults values(ActionKey action, Function<PurchaseOrder, Map<String, Object>> fields) {
    return new Values(action, order -> fields.apply(purchases.of(order)), order -> Map.of());
  }

  private FormDefaults lines(
      ActionKey action, Function<PurchaseOrder, List<PurchaseLine>> which, Function<PurchaseLine, List<Object>> cells) {
    return values(action, order -> Map.of(
        PurchasingForms.LINES, rows(which.apply(order), cells), PurchasingForms.SEEN_DOCUMENTS, order.documents()));
  }

  private static List<Map<String, Object>> rows(List<PurchaseLine> lines, Function<PurchaseLine, List<Object>> cells) {
    return lines.stream()
        .map(line -> Map.<String, Object>of("key", String.valueOf(line.position()), "cells", cells.apply(line)))
        .toList();
  }

  private static List<Object> cells(PurchaseLine line, Quantity figure, Object... entered) {
    return Stream.<Object>concat(Stream.of(line.description(), figure.toString()), Stream.of(entered)).toList();
  }

  /** No number here is too long for a double. */
  private static double price(PurchaseLine line) {
    return line.price().amount().doubleValue();
  }

  @Bean
  FormDefaults linesToAcknowledge() {
    return lines(OrderingSteps.ACKNOWLEDGE, PurchaseOrder::openLines, line -> cells(line, line.open(), "", "", ""));
  }

  @Bean
  FormDefaults linesToPromise() {
    return lines(OrderingSteps.DELIVERY_DATES, PurchaseOrder::openLines, line ->
        cells(line, line.open(), line.promisedOn().map(Object::toString).orElse("")));
  }

  @Bean
  FormDefaults linesToDispatch() {
    return lines(DeliverySteps.DISPATCHED, PurchaseOrder::openLines, line -> cells(line, line.open(), "", ""));
  }

  /** All of them, those about which there is something to do first. */
  private static List<PurchaseLine> sorted(PurchaseOrder order, Predicate<PurchaseLine> isFirst) {
    return order.lines().stream().sorted(Comparator.comparing((PurchaseLine line) -> !isFirst.test(line))).toList();
  }

  /** All of them, those that are open first: what is not expected may come all the same. */
  @Bean
  FormDefaults linesToReceive() {
    return lines(DeliverySteps.RECEIPT, order -> sorted(order, PurchaseLine::isOpen), line -> cells(line, line.open(), "", "", "", ""));
  }

  @Bean
  FormDefaults linesToSendBack() {
    return lines(DeliverySteps.RETURN_ITEMS,
        order -> order.lines().stream().filter(line -> line.accepted().isPositive()).toList(),
        line -> cells(line, line.accepted(), "", ""));
  }

  @Bean
  FormDefaults linesNotToRequire() {
    return lines(DeliverySteps.NOT_REQUIRED, PurchaseOrder::openLines, line -> cells(line, line.open(), ""));
  }

  @Bean
  FormDefaults linesToRequireAgain() {
    return lines(DeliverySteps.REQUIRED_AGAIN,
        order -> order.lines().stream().filter(line -> line.notRequired().isPositive()).toList(),
        line -> cells(line, line.notRequired(), ""));
  }

  @Bean
  FormDefaults linesToEdit() {
    return new Values(PurchaseEditingSteps.EDIT_ITEMS,
        order -> Map.of(PurchasingForms.LINES, rows(purchases.of(order).lines(), line -> List.of(
            line.description() + " (" + line.unit().name() + ")",
            line.ordered().inUnits().doubleValue(), price(line), line.requiredBy().map(Object::toString).orElse("")))),
        order -> Map.of("submitted", purchases.of(order).isSubmitted()));
  }

  @Bean
  FormDefaults deliveryChargeToEdit() {
    return values(PurchaseEditingSteps.EDIT_DELIVERY_CHARGE, order -> order.isDeliveryChargeCalculated()
        ? Map.of("calculated", true) : Map.of("amount", order.deliveryCharge().amount().doubleValue()));
  }

  @Bean
  FormDefaults linesToInvoice() {
    return values(SettlementSteps.RECORD_INVOICE, order -> Map.of(
        PurchasingForms.SEEN_DOCUMENTS, order.documents(),
        PurchasingForms.LINES, rows(sorted(order, line -> line.quantities().toInvoice().signum() > 0), line ->
            cells(line, line.quantity(line.quantities().toInvoice()), "", price(line), line.unit().one())),
        "credited", rows(order.lines().stream().filter(line -> line.invoiced().isPositive()).toList(),
            line -> cells(line, line.invoiced(), "", ""))));
  }

  @Bean
  FormDefaults invoiceToResolve() {
    return new Values(SettlementSteps.RESOLVE_MISMATCH,
        order -> Map.of(PurchasingForms.SEEN_DOCUMENTS, purchases.of(order).documents()), order -> {
      Map<String, Object> words = new LinkedHashMap<>();
      purchases.of(order).waitingInvoice().ifPresent(invoice -> {
        words.put("waitingInvoice", invoice.number() + " of " + WrittenTime.day(invoice.dated()));
        words.put("waitingReasons", String.join(", ", invoice.decision().mismatches()));
        words.put("waitingFigures", "Net " + invoice.net() + ", VAT " + invoice.vat() + ", in all " + invoice.gross()
            + linesThatDiffer(purchases.of(order), invoice));
      });
      return words;
    });
  }

  /** What is asked for beside what was ordered and came, for each line with another price or quantity. */
  private static String linesThatDiffer(PurchaseOrder order, PurchaseInvoice invoice) {
    return invoice.lines().stream().map(billed -> line(order.line(billed.position()).orElseThrow(), billed))
        .flatMap(Optional::stream).collect(Collectors.joining());
  }

  private static Optional<String> line(PurchaseLine line, PurchaseInvoice.Line billed) {
    Money ordered = line.cost(billed.quantity());
    boolean isAsOrdered = ordered.equals(billed.net()) && line.quantities().isInvoiceMatched();
    return isAsOrdered ? Optional.empty() : Optional.of("\nLine " + line.position() + ", " + line.description() + ": "
        + line.quantity(billed.quantity()) + " for " + billed.net() + "; ordered for " + ordered + ", "
        + line.accepted() + " received");
  }
}
