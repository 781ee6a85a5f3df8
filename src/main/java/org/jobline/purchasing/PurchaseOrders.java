package org.jobline.purchasing;

import java.util.List;
import java.util.Optional;
import org.jobline.action.RowsOfOrders;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.Orders;
import org.jobline.order.Status;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.UnitOfWork;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What purchasing orders have beside what {@link Orders} knows of every order; taken for changing together with their
 * order. Lines are written as the order is, at the end of the transaction; documents and lines that are new at once.
 */
@Service
public class PurchaseOrders {

  /** The name of their type: the key of their lifecycle. */
  static final String TYPE = "PURCHASING";

  private final Orders orders;
  private final JdbcAggregateOperations aggregates;
  private final PurchaseDocumentRepository documents;
  private final PurchaseAmendmentRepository amendments;
  private final UnitOfWork unitOfWork;
  private final RowsOfOrders rows;

  PurchaseOrders(
      Orders orders, JdbcAggregateOperations aggregates, PurchaseDocumentRepository documents,
      PurchaseAmendmentRepository amendments, UnitOfWork unitOfWork, RowsOfOrders rows) {
    this.orders = orders;
    this.aggregates = aggregates;
    this.documents = documents;
    this.amendments = amendments;
    this.unitOfWork = unitOfWork;
    this.rows = rows;
  }

  /**
   * Writes a new order down under the next free number of its type.
   *
   * @throws InvalidFieldsException when something is wrong with it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  PurchaseOrder log(OrderType type, NewPurchaseOrder details, Status status, Recorded recorded) {
    Order order = orders.log(type, details.ofEveryOrder(), status, recorded.by());
    PurchaseOrder bought = aggregates.insert(new PurchaseOrder(order, details, recorded.today()));
    unitOfWork.hold(bought, order);
    write(bought);
    return bought;
  }

  /** @throws NotFoundException when the order is no purchasing order */
  @Transactional(readOnly = true)
  public PurchaseOrder of(Order order) {
    String number = order.number().value();
    if (!orders.isHeld(order)) {
      return rows.read(PurchaseOrder.class, number, () -> read(order));
    }
    return unitOfWork.held(PurchaseOrder.class, number).orElseGet(() -> {
      PurchaseOrder bought = unitOfWork.hold(read(order), order);
      bought.lines().forEach(line -> unitOfWork.hold(line, order));
      return bought;
    });
  }

  private PurchaseOrder read(Order order) {
    String number = order.number().value();
    PurchaseOrder bought = Optional.ofNullable(aggregates.findById(number, PurchaseOrder.class))
        .orElseThrow(() -> new NotFoundException("purchasing order", number));
    List<PurchaseLine> lines =
        aggregates.findAll(Query.query(Criteria.where("orderNumber").is(number)), PurchaseLine.class);
    return bought.of(order, lines, Movements.of(documents.movements(number)),
        PurchaseInvoices.of(documents.invoices(number, bought.currency())));
  }

  /** Empty when the order is of another type. */
  @Transactional(readOnly = true)
  public Optional<PurchaseOrder> findOf(Order order) {
    return order.type().name().equals(TYPE) ? Optional.of(of(order)) : Optional.empty();
  }

  /**
   * Empty when the order is of another type.
   *
   * @throws NotFoundException when there is no such order
   */
  @Transactional(readOnly = true)
  public Optional<PurchaseOrder> findOfType(OrderNumber number) {
    return findOf(orders.get(number));
  }

  /** As {@link #lock}; empty when the order is of another type. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<PurchaseOrder> findLocked(OrderNumber number) {
    return findOf(orders.lock(number));
  }

  /** The order as this transaction sees it. */
  @Transactional(readOnly = true)
  public Optional<PurchaseOrder> find(OrderNumber number) {
    return orders.find(number).map(this::of);
  }

  /** @throws NotFoundException when there is no such order */
  @Transactional(readOnly = true)
  public PurchaseOrder get(OrderNumber number) {
    return of(orders.get(number));
  }

  /** As {@link Orders#lock}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PurchaseOrder lock(OrderNumber number) {
    return of(orders.lock(number));
  }

  /**
   * Writes what a command has added to an order that was taken for changing.
   *
   * @throws InvalidFieldsException when an invoice has a number the supplier has used before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void write(PurchaseOrder bought) {
    String number = bought.number().value();
    rows.forget(PurchaseOrder.class, number);
    bought.takeRemovedLines().forEach(aggregates::delete);
    bought.lines().stream().filter(line -> !line.isWritten())
        .forEach(line -> unitOfWork.hold(aggregates.insert(line), bought.order()));
    bought.takeUnwrittenAmendments().forEach(amendment -> amendments.insert(number, amendment));
    bought.movements().takeUnwritten().forEach(movement -> documents.insert(number, movement));
    bought.invoices().takeUnwritten().forEach(invoice -> write(number, invoice));
    bought.invoices().takeUnwrittenDecisions().forEach(made -> {
      documents.insert(number, made.invoice().sequence(), made.ordinal(), made.decision());
      if (!made.invoice().isLive()) {
        documents.releaseNumber(number, made.invoice());
      }
    });
  }

  /** What was last changed of its lines or its delivery charge; empty when nothing ever was. */
  @Transactional(readOnly = true)
  Optional<Amendment> lastAmendment(PurchaseOrder bought) {
    return amendments.last(bought.number().value(), bought.currency());
  }

  private void write(String number, PurchaseInvoice invoice) {
    documents.insert(number, invoice);
    if (!documents.takeNumber(number, invoice)) {
      throw new InvalidFieldsException("invoiceNumber", "Number " + invoice.number()
          + " has already been recorded for this supplier" + documents.orderOfNumber(invoice)
              .map(other -> ", on " + other).orElse("") + ".");
    }
  }
}
