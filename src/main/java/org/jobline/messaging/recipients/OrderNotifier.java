package org.jobline.messaging.recipients;

import org.jobline.lifecycle.Reinstatement;
import org.jobline.lifecycle.assignment.EtaAgreed;
import org.jobline.lifecycle.assignment.EtaRequested;
import org.jobline.lifecycle.assignment.OrderSent;
import org.jobline.lifecycle.conversion.OrderConverted;
import org.jobline.lifecycle.visit.EngineersRefused;
import org.jobline.lifecycle.visit.VisitEnded;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.sla.SlaEscalated;
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

  private final Orders orders;
  private final WorkOrders workOrders;
  private final OrderMailService mails;

  OrderNotifier(Orders orders, WorkOrders workOrders, OrderMailService mails) {
    this.orders = orders;
    this.workOrders = workOrders;
    this.mails = mails;
  }

  void completed(OrderNumber number) {
    mails.completed(orders.lock(number));
  }

  void cancelled(OrderNumber number) {
    mails.cancelled(orders.lock(number));
  }

  void eta(OrderNumber number) {
    mails.eta(workOrders.lock(number));
  }

  /** Tells the present contractor and the building that it will not come, when it had been told that it should. */
  void deallocated(OrderNumber number) {
    WorkOrder order = workOrders.lock(number);
    if (order.sentAt().isPresent()) {
      mails.deallocated(order);
    }
  }

  /**
   * Tells the building that a visit made meanwhile did the work, or else the contractor that the order it had been sent
   * is on again, unless that has to be authorised first.
   */
  void reinstated(OrderNumber number, Reinstatement reinstatement) {
    if (reinstatement.visit().filter(visit -> visit.stop().completed()).isPresent()) {
      mails.completed(orders.lock(number));
    } else if (reinstatement.visit().isEmpty() && !reinstatement.isToBeAuthorised()) {
      workOrders.find(orders.lock(number)).filter(found -> found.sentAt().isPresent()).ifPresent(mails::assignedAgain);
    }
  }

  @EventListener
  void on(OrderSent sent) {
    mails.assign(workOrders.lock(sent.order()));
  }

  @EventListener
  void on(EtaAgreed agreed) {
    mails.eta(workOrders.lock(agreed.order()));
  }

  @EventListener
  void on(EtaRequested requested) {
    mails.etaRequested(workOrders.lock(requested.order()));
  }

  /** The building is told when somebody comes again, if that is known. */
  @EventListener
  @Order(500)
  void on(VisitEnded ended) {
    WorkOrder order = workOrders.lock(ended.order());
    if (order.eta().isPresent()) {
      mails.eta(order);
    }
  }

  @EventListener
  void on(EngineersRefused refused) {
    mails.engineersRefused(workOrders.lock(refused.order()), refused.asked());
  }

  @EventListener
  void on(SlaEscalated escalated) {
    mails.escalated(workOrders.lock(escalated.order()), escalated);
  }

  @EventListener
  @Order(150)
  void on(OrderConverted converted) {
    mails.takenBack(workOrders.lock(converted.order()));
  }
}
