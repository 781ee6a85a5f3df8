package org.jobline.money.invoice;

import java.util.List;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.ProcessMessage;
import org.jobline.platform.engine.ProcessMessages;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an invoice, said in the event, and told to the order that waits for its final one. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SettlementService {

  private final InvoiceRepository repository;
  private final WorkOrders orders;
  private final OrderCard card;
  private final ProcessMessages messages;
  private final CurrentAction current;

  SettlementService(
      InvoiceRepository repository, WorkOrders orders, OrderCard card, ProcessMessages messages,
      CurrentAction current) {
    this.repository = repository;
    this.orders = orders;
    this.card = card;
    this.messages = messages;
    this.current = current;
  }

  /**
   * The invoice was held against what was agreed: it is accepted, or waits.
   *
   * @param reasons why it waits; empty: it is accepted
   */
  void matched(Invoice invoice, InvoiceAmounts amounts, List<String> reasons) {
    current.note("net " + amounts.net() + ", VAT " + amounts.vat() + ", CIS deduction " + amounts.deduction()
        + ", payable " + amounts.payable() + " " + invoice.currency());
    current.note(reasons.isEmpty() ? "accepted" : "waiting for finance: " + String.join(", ", reasons));
    if (reasons.isEmpty()) {
      accepted(invoice);
    }
  }

  void accepted(Invoice invoice) {
    if (invoice.isFinal()) {
      current.note("final invoice");
      tell(ProcessMessage.FINAL_INVOICE_RECORDED, new OrderNumber(invoice.orderNumber()));
    }
  }

  /** An invoice that was accepted waits for finance again. */
  void reopened(WorkOrder order, Invoice invoice) {
    if (invoice.isFinal()) {
      tell(ProcessMessage.FINAL_INVOICE_UNMARKED, order.number());
    }
    messages.start(ProcessMessage.INVOICE_NO_LONGER_MATCHES, invoice.orderNumber(), card.of(order.order()));
  }

  /** Lets the order be invoiced again. */
  void unmarkFinal(OrderNumber number) {
    orders.lock(number);
    current.change("isFinal", true, false);
    repository.unmarkFinal(number.value());
    tell(ProcessMessage.FINAL_INVOICE_UNMARKED, number);
  }

  private void tell(ProcessMessage message, OrderNumber number) {
    WorkOrder order = orders.get(number);
    messages.send(message, number.value(), order.type().lifecycle(), order.status().code().withoutType());
  }
}
