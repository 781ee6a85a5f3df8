package org.jobline.purchasing;

import java.util.List;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What suppliers ask to be paid and pay back, and what finance decides where it differs from the order. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PurchaseInvoiceService {

  private final PurchaseChanges changes;
  private final CurrentAction current;

  PurchaseInvoiceService(PurchaseChanges changes, CurrentAction current) {
    this.changes = changes;
    this.current = current;
  }

  PurchaseInvoice record(OrderNumber number, NewPurchaseInvoice command) {
    return told(changes.apply(number, (order, now) -> order.invoice(command, now)));
  }

  PurchaseInvoice record(OrderNumber number, NewCreditNote command) {
    return told(changes.apply(number, (order, now) -> order.credit(command, now)));
  }

  void accept(OrderNumber number, String invoiceNumber, String remark) {
    changes.change(number, (order, now) -> order.accept(invoiceNumber, remark, now));
  }

  void dispute(OrderNumber number, String invoiceNumber, String reason) {
    changes.change(number, (order, now) -> order.dispute(invoiceNumber, reason, now));
  }

  void unmarkFinal(OrderNumber number, String reason) {
    changes.change(number, (order, now) -> order.unmarkFinal(reason, now));
  }

  private PurchaseInvoice told(PurchaseInvoice invoice) {
    List<String> mismatches = invoice.decision().mismatches();
    current.note("net " + invoice.net() + ", VAT " + invoice.vat());
    current.note(mismatches.isEmpty() ? "accepted" : "waiting for finance: " + String.join(", ", mismatches));
    return invoice;
  }
}
