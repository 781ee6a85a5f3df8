package org.jobline.purchasing;

import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.lifecycle.assignment.Clearance;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.supplier.SentBy;
import org.jobline.referencedata.supplier.Supplier;
import org.jobline.referencedata.supplier.Suppliers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an order has to do with what its supplier sells and how he is reached (domain/purchasing.md, Actions). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class OrderingService {

  private final PurchaseOrders orders;
  private final PurchaseIntakeService intake;
  private final SupplierContactService contact;
  private final Suppliers suppliers;
  private final TermsOfSuppliers terms;
  private final Clearance clearance;
  private final CurrentAction current;

  OrderingService(
      PurchaseOrders orders, PurchaseIntakeService intake, SupplierContactService contact, Suppliers suppliers,
      TermsOfSuppliers terms, Clearance clearance, CurrentAction current) {
    this.orders = orders;
    this.intake = intake;
    this.contact = contact;
    this.suppliers = suppliers;
    this.terms = terms;
    this.clearance = clearance;
    this.current = current;
  }

  /** @throws InvalidFieldsException when the client cannot buy from it */
  void chooseSupplier(OrderNumber number, String code) {
    intake.chooseSupplier(number, code, terms.agreedWith(code, orders.lock(number).order().client()));
    current.note(suppliers.known(code).name());
  }

  /** @throws InvalidFieldsException when the supplier takes no order as small as this, or cannot be reached like this */
  void submit(OrderNumber number, SubmitOrder command) {
    PurchaseOrder order = orders.lock(number);
    supplier(order).ifPresent(supplier -> {
      if (command.how() == SubmitOrder.How.BY_EMAIL && supplier.email() == null) {
        throw new InvalidFieldsException("how", supplier.name() + " has no e-mail address. Submit the order by phone.");
      }
      if (isTooSmall(order, supplier)) {
        throw new InvalidFieldsException("how", supplier.name() + " takes no order below "
            + new Money(supplier.minimumOrder(), order.currency()) + ". Add items first.");
      }
    });
    contact.submit(number, command);
  }

  void submitAutomatically(OrderNumber number) {
    submit(number, new SubmitOrder(SubmitOrder.How.AUTOMATICALLY, null, null));
    current.note("submitted automatically");
  }

  private static boolean isTooSmall(PurchaseOrder order, Supplier supplier) {
    return order.totals().goods().amount().compareTo(supplier.minimumOrder()) < 0;
  }

  /** Whether no agent is needed: the supplier has an address for orders, and takes one like this. */
  boolean isSubmittedAutomatically(OrderNumber number) {
    PurchaseOrder order = orders.lock(number);
    return !clearance.isNeeded(order.order()) && supplier(order).filter(supplier ->
        supplier.sentBy() == SentBy.AUTOMATIC && supplier.email() != null && !isTooSmall(order, supplier)).isPresent();
  }

  /** Whether the supplier has an earlier sheet, and nobody has to agree to what the order comes to now. */
  boolean isToBeSentAgain(OrderNumber number) {
    PurchaseOrder order = orders.lock(number);
    return order.isSheetWaiting() && !clearance.isNeeded(order.order());
  }

  boolean isAcknowledgedAutomatically(OrderNumber number) {
    return supplier(orders.lock(number)).filter(Supplier::autoAcknowledge).isPresent();
  }

  private Optional<Supplier> supplier(PurchaseOrder order) {
    return order.supplier().flatMap(suppliers::find);
  }
}
