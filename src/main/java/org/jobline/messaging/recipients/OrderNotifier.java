package org.jobline.messaging.recipients;

import org.jobline.lifecycle.Reinstatement;
import org.jobline.lifecycle.assignment.EtaAgreed;
import org.jobline.lifecycle.assignment.EtaRequested;
import org.jobline.lifecycle.assignment.OrderSent;
import org.jobline.lifecycle.conversion.OrderConverted;
import org.jobline.lifecycle.visit.EngineersRefused;
import org.jobline.lifecycle.visit.VisitEnded;
import org.jobline.order.OrderNumber;
import org.jobline.sla.SlaBreached;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails what happens to an order to those who have to know. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class OrderNotifier {

  private final WorkOrders orders;
  private final OrderMailService mails;

  OrderNotifier(WorkOrders orders, OrderMailService mails) {
    this.orders = orders;
    this.mails = mails;
  }

  void completed(OrderNumber number) {
    mails.completed(orders.lock(number));
  }

  void cancelled(OrderNumber number) {
    mails.cancelled(orders.lock(number));
  }

  void eta(OrderNumber number) {
    mails.eta(orders.lock(number));
  }

  /** Tells the present contractor and the building that it will not come, when it had been told that it should. */
  void deallocated(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    if (order.sentAt().isPresent()) {
      mails.deallocated(order);
    }
  }

  /**
   * Tells the building that a visit made meanwhile did the work, or else the contractor that the order it had been sent
   * is on again, unless that has to be authorised first.
   */
  void reinstated(OrderNumber number, Reinstatement reinstatement) {
    WorkOrder order = orders.lock(number);
    if (reinstatement.visit().filter(visit -> visit.stop().completed()).isPresent()) {
      mails.completed(order);
    } else if (order.sentAt().isPresent() && reinstatement.visit().isEmpty() && !reinstatement.isToBeAuthorised()) {
      mails.assignedAgain(order);
    }
  }

  @EventListener
  void on(OrderSent sent) {
    mails.assign(orders.lock(sent.order()));
  }

  @EventListener
  void on(EtaAgreed agreed) {
    mails.eta(orders.lock(agreed.order()));
  }

  @EventListener
  void on(EtaRequested requested) {
    mails.etaRequested(orders.lock(requested.order()));
  }

  /** The building is told when somebody comes again, if that is known. */
  @EventListener
  @Order(500)
  void on(VisitEnded ended) {
    WorkOrder order = orders.lock(ended.order());
    if (order.eta().isPresent()) {
      mails.eta(order);
    }
  }

  @EventListener
  void on(EngineersRefused refused) {
    mails.engineersRefused(orders.lock(refused.order()), refused.asked());
  }

  @EventListener
  void on(SlaBreached breached) {
    mails.breached(orders.lock(breached.order()), breached.words());
  }

  @EventListener
  @Order(150)
  void on(OrderConverted converted) {
    mails.takenBack(orders.lock(converted.order()));
  }
}
