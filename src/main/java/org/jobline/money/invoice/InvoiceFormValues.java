package org.jobline.money.invoice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.FormDefaults;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Forms of invoices ask for labour only where it counts, and show the invoice that waits. */
@Component
class InvoiceFormValues implements FormDefaults {

  private static final String CIS_WORK = "cisWork";

  private final WorkOrders workOrders;
  private final InvoiceService invoices;

  InvoiceFormValues(WorkOrders workOrders, InvoiceService invoices) {
    this.workOrders = workOrders;
    this.invoices = invoices;
  }

  @Override
  public boolean areFor(String action) {
    return action.equals(InvoicesSteps.RECORD_INVOICE.value())
        || action.equals(InvoicesSteps.RESOLVE_INVOICE_MISMATCH.value());
  }

  /** The figures are there to be corrected. */
  @Override
  public Map<String, Object> of(Order order) {
    Map<String, Object> values = new LinkedHashMap<>();
    waiting(order).ifPresent(invoice -> {
      // the engine keeps no decimals; no amount is too large for a double to hold its pennies
      values.put("net", invoice.net().doubleValue());
      values.put("labour", invoice.labour().doubleValue());
      values.put("materials", invoice.materials().doubleValue());
      values.put("vat", invoice.vat().doubleValue());
    });
    return values;
  }

  @Override
  public Map<String, Object> contextValues(Order order) {
    Map<String, Object> values = new LinkedHashMap<>();
    // the mark of an order stays once an invoice is recorded
    values.put(CIS_WORK, workOrders.find(order).filter(WorkOrder::isCis).isPresent());
    waiting(order).ifPresent(invoice -> {
      values.put(CIS_WORK, invoice.cis());
      values.put("waitingInvoice", invoice.invoiceNumber() + " of " + invoice.dated()
          + (invoice.isFinal() ? ", final" : ""));
      values.put("waitingReasons", String.join(", ", invoice.reasons()));
      values.put("waitingFigures", figures(invoice));
    });
    return values;
  }

  /** An invoice waits on an order only while none can be recorded, so it is the one its form is about. */
  private Optional<Invoice> waiting(Order order) {
    return invoices.waiting(order.number());
  }

  private static String figures(Invoice invoice) {
    String split = invoice.cis()
        ? ", labour " + invoice.labour() + ", materials " + invoice.materials() + ", CIS deduction " + invoice.deduction()
        : "";
    return "Net " + invoice.net() + split + ", VAT " + invoice.vat() + ", payable " + invoice.payable() + " "
        + invoice.currency();
  }
}
