package org.jobline.purchasing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.supplier.DeliveryRecords;
import org.jobline.referencedata.supplier.OnTimeRate;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.Suppliers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What clients see of a purchasing order beside what every order has (domain/purchasing.md, Numbers an agent sees). */
@Component
class PurchaseDetail implements OrderDetail<PurchaseDetail.PurchasePart> {

  private final PurchaseOrders purchases;
  private final Suppliers suppliers;
  private final DeliveryRecords records;
  private final ReferenceData referenceData;
  private final Clock clock;

  PurchaseDetail(
      PurchaseOrders purchases, Suppliers suppliers, DeliveryRecords records, ReferenceData referenceData, Clock clock) {
    this.purchases = purchases;
    this.suppliers = suppliers;
    this.records = records;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /** @param purchase null for an order of another type */
  record PurchasePart(@Nullable PurchaseView purchase) {}

  /**
   * A purchasing order.
   *
   * @param priceRefused whether what it comes to was not authorised
   * @param sheetWaiting whether the supplier has still to be told of a change
   * @param percentArrived of what is wanted
   * @param goods without VAT, as all amounts but total and invoiced
   * @param deliveryChargeCalculated whether the charge is that of the supplier's terms
   */
  record PurchaseView(
      @Nullable PurchaseSupplierView supplier, @Nullable String supplierReference, @Nullable String deliveryLocation,
      @Nullable LocalDate requestedDate, @Nullable String costCode, @Nullable String reason, String currency,
      @Nullable Instant submittedAt, @Nullable Instant acknowledgedAt, int contactAttempts,
      @Nullable Instant nextAttemptAt, boolean priceRefused, int sheetVersion, boolean sheetWaiting, int percentArrived, String goods, String deliveryCharge,
      boolean deliveryChargeCalculated, String vat, String total, String invoiced, boolean creditExpected,
      List<PurchaseLineView> lines, List<DeliveryDocumentView> deliveries, List<PurchaseInvoiceView> invoices) {}

  /**
   * Who is to deliver.
   *
   * @param onTime over the last 12 months; null when nothing was expected of it
   */
  record PurchaseSupplierView(
      String code, String name, @Nullable String phone, @Nullable String email, @Nullable OnTimeRate onTime) {}

  /**
   * A line; quantities are in base units.
   *
   * @param quantity in units of purchase, rounded for showing
   */
  record PurchaseLineView(
      int position, @Nullable String part, String description, String unit, String baseUnit, BigDecimal quantity,
      String unitPrice, BigDecimal vatRate, String total, BigDecimal ordered, BigDecimal received, BigDecimal open,
      BigDecimal returned, BigDecimal notRequired, BigDecimal invoiced, @Nullable LocalDate requiredBy,
      @Nullable LocalDate promisedOn, @Nullable LocalDate dispatchedOn, boolean late) {

    private static PurchaseLineView of(PurchaseLine line, boolean isLate) {
      return new PurchaseLineView(line.position(), line.part().orElse(null), line.description(), line.unit().name(),
          line.unit().many(), line.ordered().inUnits(), amount(line.price()), line.vatRate(), amount(line.total()),
          line.ordered().amount(), line.received().amount(), line.open().amount(), line.returned().amount(),
          line.notRequired().amount(), line.invoiced().amount(), line.requiredBy().orElse(null),
          line.promisedOn().orElse(null), line.dispatchedOn().orElse(null), isLate);
    }
  }

  /**
   * A dispatch, receipt, return or the like.
   *
   * @param paper by which its paper is had; null where there is none
   */
  record DeliveryDocumentView(
      String number, String kind, Instant at, String by, @Nullable String deliveryNote, @Nullable String carrier,
      @Nullable String trackingNumber, @Nullable String reason, @Nullable String undoes, List<String> items,
      @Nullable String paper) {

    private static DeliveryDocumentView of(Movement movement, PurchaseOrder order) {
      Movement.Particulars said = movement.particulars();
      return new DeliveryDocumentView(movement.number(), movement.kind().label(), movement.recordedAt(),
          movement.recordedBy(), said.deliveryNote(), said.carrier(), said.trackingNumber(), said.reason(), said.undoes(),
          movement.items(order), movement.kind().hasPaper() ? movement.shortNumber() : null);
    }
  }

  /**
   * An invoice or credit note.
   *
   * @param paper by which the paper of what finance decided is had; null where there is none
   */
  record PurchaseInvoiceView(
      String number, LocalDate dated, boolean creditNote, String net, String vat, String gross, String state,
      boolean isFinal, List<String> mismatches, @Nullable String remark, @Nullable String paper) {

    private static PurchaseInvoiceView of(PurchaseInvoice invoice) {
      return new PurchaseInvoiceView(invoice.number().typed(), invoice.dated(), invoice.isCreditNote(),
          amount(invoice.net()), amount(invoice.vat()), amount(invoice.gross()), invoice.decision().state().label(),
          invoice.decision().isFinal(), invoice.decision().mismatches(), invoice.decision().remark(),
          invoice.hasPaper() ? invoice.shortNumber() : null);
    }
  }

  @Override
  public PurchasePart of(Order order) {
    return new PurchasePart(purchases.findOf(order).map(this::view).orElse(null));
  }

  private PurchaseView view(PurchaseOrder order) {
    OrderTotals totals = order.totals();
    LocalDate today = LocalDate.ofInstant(
        clock.instant(), referenceData.site(order.order().site()).orElseThrow().timeZone());
    return new PurchaseView(
        order.supplier().flatMap(suppliers::find).map(this::view).orElse(null),
        order.supplierReference().orElse(null), order.deliveryLocation().orElse(null),
        order.requestedDate().orElse(null),
        order.costCode().orElse(null), order.reason().orElse(null), order.currency(), order.submittedAt().orElse(null),
        order.acknowledgedAt().orElse(null), order.contactAttempts(), order.nextAttemptAt().orElse(null),
        order.isPriceRefused(), order.sheetVersion(), order.isSheetWaiting(), order.percentArrived(), amount(totals.goods()), amount(totals.delivery()),
        order.isDeliveryChargeCalculated(), amount(totals.vat()), amount(totals.total()), amount(totals.invoiced()),
        order.isCreditExpected(), order.lines().stream().map(line -> PurchaseLineView.of(line, order.isLate(line, today))).toList(),
        order.allMovements().stream().map(movement -> DeliveryDocumentView.of(movement, order)).toList(),
        order.allInvoices().stream().map(PurchaseInvoiceView::of).toList());
  }

  private PurchaseSupplierView view(Supplier supplier) {
    return new PurchaseSupplierView(supplier.code(), supplier.name(), supplier.phone(), supplier.email(),
        records.onTimeRate(supplier.code()).orElse(null));
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }
}
