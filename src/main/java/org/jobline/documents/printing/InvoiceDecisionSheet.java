package org.jobline.documents.printing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jobline.platform.engine.UserNames;
import org.jobline.platform.time.WrittenTime;
import org.jobline.purchasing.PurchaseInvoice;
import org.jobline.purchasing.PurchaseLine;
import org.jobline.purchasing.PurchaseOrder;
import org.springframework.stereotype.Component;

/** The paper by which a supplier is told what finance decided about an invoice, and why. */
@Component
class InvoiceDecisionSheet {

  private static final String TEMPLATE = "invoice-decision";

  private final PaperContent content;
  private final PdfRendering rendering;
  private final SupplierOnPaper supplier;
  private final UserNames names;

  InvoiceDecisionSheet(PaperContent content, PdfRendering rendering, SupplierOnPaper supplier, UserNames names) {
    this.content = content;
    this.rendering = rendering;
    this.supplier = supplier;
    this.names = names;
  }

  /** A line of the invoice beside what was agreed and has come. */
  record Row(
      int position, String part, String description, String invoiced, String net, String price, String received) {

    private static Row of(PurchaseInvoice.Line line, PurchaseLine bought) {
      return new Row(bought.position(), bought.part().orElse(""), bought.description(),
          bought.quantity(line.quantity()).toString(), line.net().amount().toPlainString(),
          bought.price().amount().toPlainString() + " per " + bought.unit().name(), bought.accepted().toString());
    }
  }

  byte[] pdf(PurchaseOrder order, PurchaseInvoice invoice) {
    Map<String, Object> values = new LinkedHashMap<>(content.head(order.order()));
    values.put("title", invoice.isCreditNote() ? "Credit note" : "Invoice");
    values.put("number", invoice.number().typed());
    values.put("facts", facts(order, invoice));
    values.put("currency", order.currency());
    values.put("lines", invoice.lines().stream()
        .map(line -> Row.of(line, order.line(line.position()).orElseThrow())).toList());
    values.put("totals", List.of(
        new PaperContent.Fact("Delivery and other", invoice.other().amount().toPlainString()),
        new PaperContent.Fact("Net", invoice.net().amount().toPlainString()),
        new PaperContent.Fact("VAT", invoice.vat().amount().toPlainString()),
        new PaperContent.Fact("Total " + order.currency(), invoice.gross().amount().toPlainString())));
    return rendering.pdf(TEMPLATE, values);
  }

  private List<PaperContent.Fact> facts(PurchaseOrder order, PurchaseInvoice invoice) {
    PurchaseInvoice.Decision decision = invoice.decision();
    Map<String, String> facts = supplier.facts(order);
    facts.put("Our order", order.number().value());
    facts.put("Dated", WrittenTime.day(invoice.dated()));
    facts.put("Decision", decision.state().label() + ", "
        + WrittenTime.minute(decision.at(), content.zone(order.order())) + ", "
        + names.of(decision.by()));
    facts.put("Reason", Objects.requireNonNullElse(decision.remark(), ""));
    facts.put("Differences", String.join("\n", decision.mismatches()));
    return SupplierOnPaper.known(facts);
  }
}
