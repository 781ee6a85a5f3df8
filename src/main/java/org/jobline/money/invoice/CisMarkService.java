package org.jobline.money.invoice;

import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.assignment.ContractorChanged;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which orders are work under the Construction Industry Scheme (domain/money.md, CIS). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CisMarkService {

  private final WorkOrders orders;
  private final ContractorService contractors;
  private final InvoiceService invoices;
  private final CurrentAction current;

  CisMarkService(WorkOrders orders, ContractorService contractors, InvoiceService invoices, CurrentAction current) {
    this.orders = orders;
    this.contractors = contractors;
    this.invoices = invoices;
    this.current = current;
  }

  /**
   * Marks the order, or takes the mark off.
   *
   * @throws InvalidFieldsException when the contractor is not registered, an invoice was recorded, or nothing would
   *     change
   */
  void mark(OrderNumber number, boolean cis) {
    WorkOrder order = orders.lock(number);
    if (order.isCis() == cis) {
      throw new InvalidFieldsException("confirm", cis ? "This order is already marked as CIS."
          : "This order isn't marked as CIS.");
    }
    if (!cis && invoices.exist(number)) {
      throw new InvalidFieldsException("remove", "CIS can't be removed once an invoice has been recorded.");
    }
    if (cis && !isRegistered(order)) {
      throw new InvalidFieldsException("confirm", "This contractor isn't CIS-registered.");
    }
    current.change("cis", order.isCis(), cis);
    order.setCis(cis);
  }

  /** The mark goes with a contractor that was registered, unless the next one is too. */
  @EventListener
  @Order(400)
  void on(ContractorChanged changed) {
    WorkOrder order = orders.lock(changed.order());
    if (order.isCis() && !isRegistered(order)) {
      order.setCis(false);
      current.change("cis", true, false);
      current.note("CIS removed: the contractor isn't CIS-registered");
    }
  }

  private boolean isRegistered(WorkOrder order) {
    return order.contractor().flatMap(contractors::find).filter(Contractor::isRegisteredForCis).isPresent();
  }
}
