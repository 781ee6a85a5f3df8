package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jobline.documents.printing.Audience;
import org.jobline.documents.printing.CostSummaryPart;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The invoices in the cost summary; what a contractor is paid is none of the client's business. */
@Component
@org.springframework.core.annotation.Order(200)
class InvoicesInSummary implements CostSummaryPart {

  private final WorkOrders workOrders;
  private final InvoiceService invoices;

  InvoicesInSummary(WorkOrders workOrders, InvoiceService invoices) {
    this.workOrders = workOrders;
    this.invoices = invoices;
  }

  @Override
  public String heading() {
    return "Invoices";
  }

  @Override
  public List<Line> lines(Order order, Audience audience) {
    List<Line> lines = new ArrayList<>();
    Optional<String> present = workOrders.find(order).flatMap(WorkOrder::contractor);
    if (audience != Audience.CONTACT) {
      invoices.of(order.number()).stream()
          // a contractor sees its own
          .filter(invoice -> audience == Audience.DESK || present.filter(invoice.resource()::equals).isPresent())
          .forEach(invoice -> describe(lines, invoice));
    }
    return lines;
  }

  private static void describe(List<Line> lines, Invoice invoice) {
    String about = invoice.invoiceNumber() + " of " + invoice.dated() + ", " + invoice.state().label();
    lines.add(new Line(about + ", net", money(invoice, invoice.net())));
    lines.add(new Line("VAT", money(invoice, invoice.vat())));
    if (invoice.cis()) {
      lines.add(new Line("CIS deduction, " + invoice.cisRate().stripTrailingZeros().toPlainString()
          + " % of labour " + invoice.labour(), money(invoice, invoice.deduction().negate())));
    }
    lines.add(new Line("Payable", money(invoice, invoice.payable())));
  }

  private static String money(Invoice invoice, BigDecimal amount) {
    return amount.toPlainString() + " " + invoice.currency();
  }
}
