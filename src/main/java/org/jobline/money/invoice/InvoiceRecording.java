package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes invoices in (domain/money.md, Invoices). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class InvoiceRecording {

  private final InvoiceRepository repository;
  private final WorkOrders orders;
  private final ContractorService contractors;
  private final InvoiceDrafts drafts;
  private final InvoiceMatching matching;
  private final SettlementService settlements;

  InvoiceRecording(
      InvoiceRepository repository, WorkOrders orders, ContractorService contractors, InvoiceDrafts drafts,
      InvoiceMatching matching, SettlementService settlements) {
    this.repository = repository;
    this.orders = orders;
    this.contractors = contractors;
    this.drafts = drafts;
    this.matching = matching;
    this.settlements = settlements;
  }

  /**
   * Records an invoice and holds it against what was agreed: it is accepted, or waits with the reasons.
   *
   * @throws InvalidFieldsException when its number was recorded already, it is above what the stages have released, or
   *     nobody knows what CIS would deduct
   */
  void record(OrderNumber number, NewInvoice recorded) {
    WorkOrder order = orders.lock(number);
    Contractor contractor = order.contractor().flatMap(contractors::find).orElseThrow(() ->
        new InvalidFieldsException("invoiceNumber", "An invoice can't be recorded: the order has no contractor."));
    Invoice draft = drafts.of(order, contractor, recorded);
    List<String> reasons = matching.mismatches(order, draft.amounts(), draft.dated(), BigDecimal.ZERO);
    Invoice invoice = draft.matched(reasons);
    if (!repository.insert(invoice, recorded.number())) {
      throw new InvalidFieldsException("invoiceNumber", "This invoice number is already recorded for "
          + contractor.name() + " (capitals, spaces and punctuation are ignored).");
    }
    settlements.matched(invoice, invoice.amounts(), reasons);
  }
}
