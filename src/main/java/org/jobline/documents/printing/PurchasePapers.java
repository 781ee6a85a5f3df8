package org.jobline.documents.printing;

import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.NotFoundException;
import org.jobline.purchasing.PurchaseOrder;
import org.jobline.purchasing.PurchaseOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of purchasing orders as the desk may see them. That of a receipt, a return or a decision about an invoice is
 * made when it is asked for, since these never change.
 */
@Service
class PurchasePapers {

  private final PurchaseSheet sheet;
  private final DeliverySheet deliveries;
  private final InvoiceDecisionSheet invoices;
  private final PurchaseOrders orders;

  PurchasePapers(
      PurchaseSheet sheet, DeliverySheet deliveries, InvoiceDecisionSheet invoices, PurchaseOrders orders) {
    this.sheet = sheet;
    this.deliveries = deliveries;
    this.invoices = invoices;
    this.orders = orders;
  }

  /** The order sheet as it would be sent now; empty when the order is of another type. */
  @Transactional(readOnly = true)
  Optional<byte[]> orderSheet(OrderNumber number) {
    return orders.findOfType(number).map(sheet::pdf);
  }

  /**
   * @param paper what tells the document from others of the order, such as R2
   * @throws NotFoundException when the order has no such paper
   */
  @Transactional(readOnly = true)
  byte[] paper(OrderNumber number, String paper) {
    PurchaseOrder order = orders.findOfType(number).orElseThrow(() -> new NotFoundException("paper", paper));
    Optional<byte[]> delivery = order.allMovements().stream()
        .filter(movement -> movement.kind().hasPaper() && movement.shortNumber().equals(paper)).findFirst()
        .map(movement -> deliveries.pdf(order, movement));
    return delivery
        .or(() -> order.allInvoices().stream()
            .filter(invoice -> invoice.hasPaper() && invoice.shortNumber().equals(paper)).findFirst()
            .map(invoice -> invoices.pdf(order, invoice)))
        .orElseThrow(() -> new NotFoundException("paper", paper));
  }
}
