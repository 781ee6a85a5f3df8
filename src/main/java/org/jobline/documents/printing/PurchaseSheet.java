package org.jobline.documents.printing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobline.platform.time.WrittenTime;
import org.jobline.purchasing.OrderTotals;
import org.jobline.purchasing.PurchaseLine;
import org.jobline.purchasing.PurchaseOrder;
import org.jobline.purchasing.Quantity;
import org.springframework.stereotype.Component;

/**
 * The sheet by which a supplier delivers: what is ordered at which price, and where to (domain/purchasing.md). How far we
 * are with the order is not on it.
 */
@Component
class PurchaseSheet {

  private static final String TEMPLATE = "purchase-order";

  private final PaperContent content;
  private final PdfRendering rendering;
  private final SupplierOnPaper supplier;

  PurchaseSheet(PaperContent content, PdfRendering rendering, SupplierOnPaper supplier) {
    this.content = content;
    this.rendering = rendering;
    this.supplier = supplier;
  }

  /** A row of the table. */
  record Row(int position, String part, String description, String wanted, String quantity, String price,
      String vatRate, String total) {

    private static Row of(PurchaseLine line) {
      return new Row(line.position(), line.part().orElse(""), line.description(),
          line.requiredBy().map(day -> "Wanted by " + WrittenTime.day(day)).orElse(""), asSold(line.wanted()),
          line.price().amount().toPlainString(), line.vatRate().stripTrailingZeros().toPlainString() + " %",
          line.total().amount().toPlainString());
    }
  }

  byte[] pdf(PurchaseOrder order) {
    Map<String, Object> values = new LinkedHashMap<>(content.head(order.order()));
    OrderTotals totals = order.totals();
    values.put("title", "Purchasing order");
    values.put("version", order.sheetVersion());
    values.put("facts", facts(order));
    values.put("currency", order.currency());
    values.put("lines", order.lines().stream().filter(line -> line.quantities().wanted().signum() > 0)
        .map(Row::of).toList());
    values.put("totals", List.of(
        new PaperContent.Fact("Goods", totals.goods().amount().toPlainString()),
        new PaperContent.Fact("Delivery", totals.delivery().amount().toPlainString()),
        new PaperContent.Fact("VAT", totals.vat().amount().toPlainString()),
        new PaperContent.Fact("Total " + order.currency(), totals.total().amount().toPlainString())));
    return rendering.pdf(TEMPLATE, values);
  }

  private List<PaperContent.Fact> facts(PurchaseOrder order) {
    Map<String, String> facts = supplier.facts(order);
    facts.put("Deliver to",
        SupplierOnPaper.lines(order.deliveryLocation().orElse(null), content.siteAddress(order.order())));
    facts.put("Contact", content.contact(order.order()));
    facts.put("Wanted by", order.requestedDate().map(WrittenTime::day).orElse(""));
    return SupplierOnPaper.known(facts);
  }

  /** Such as "20 pieces", "2 × box of 50". */
  private static String asSold(Quantity wanted) {
    return wanted.unit().name().equals(wanted.unit().baseUnit()) ? wanted.toString()
        : wanted.inUnits().stripTrailingZeros().toPlainString() + " × " + wanted.unit().name();
  }
}
