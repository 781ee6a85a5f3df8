package org.jobline.money.invoice;

import java.util.List;
import org.jobline.action.CurrentAction;
import org.jobline.messaging.recipients.OrderMailService;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What finance decides about an invoice that waits. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceResolution {

  private final InvoiceRepository repository;
  private final InvoiceService invoices;
  private final WorkOrders orders;
  private final InvoiceMatching matching;
  private final SettlementService settlements;
  private final OrderMailService mails;
  private final CurrentAction current;

  InvoiceResolution(
      InvoiceRepository repository, InvoiceService invoices, WorkOrders orders, InvoiceMatching matching,
      SettlementService settlements, OrderMailService mails, CurrentAction current) {
    this.repository = repository;
    this.invoices = invoices;
    this.orders = orders;
    this.matching = matching;
    this.settlements = settlements;
    this.mails = mails;
    this.current = current;
  }

  /** Finance takes the invoice as it is. */
  void accept(OrderNumber number) {
    orders.lock(number);
    Invoice invoice = toResolve(number);
    repository.move(invoice.id(), Invoice.State.ACCEPTED, invoice.reasons());
    current.note("invoice " + invoice.invoiceNumber() + " accepted despite "
        + String.join(", ", invoice.reasons()));
    settlements.accepted(invoice);
  }

  /**
   * Puts the figures right and holds them against what was agreed again.
   *
   * @throws InvalidFieldsException when they are above what the stages have released
   */
  void correct(OrderNumber number, Claim claim) {
    WorkOrder order = orders.lock(number);
    Invoice invoice = toResolve(number);
    InvoiceAmounts amounts = claim.amounts(invoice.cis(), invoice.cisRate());
    List<String> reasons = matching.mismatches(order, amounts, invoice.dated(), invoice.net());
    repository.correct(invoice.id(), amounts);
    current.change("net", invoice.net(), amounts.net());
    current.change("labour", invoice.labour(), amounts.labour());
    current.change("materials", invoice.materials(), amounts.materials());
    current.change("vat", invoice.vat(), amounts.vat());
    repository.move(
        invoice.id(), reasons.isEmpty() ? Invoice.State.ACCEPTED : Invoice.State.WAITING,
        reasons.isEmpty() ? invoice.reasons() : reasons);
    settlements.matched(invoice, amounts, reasons);
  }

  /** The contractor gets its invoice back and may send it again. */
  void reject(OrderNumber number, String reason) {
    WorkOrder order = orders.lock(number);
    Invoice invoice = toResolve(number);
    repository.move(invoice.id(), Invoice.State.REJECTED, invoice.reasons());
    current.note("invoice " + invoice.invoiceNumber() + " rejected");
    mails.invoiceRejected(order, invoice.invoiceNumber() + ": " + reason);
  }

  private Invoice toResolve(OrderNumber number) {
    return invoices.waiting(number).orElseThrow(() -> new IllegalStateException("No invoice of " + number + " waits"));
  }
}
