package org.jobline.lifecycle.amendment;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.action.CurrentAction;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.contractor.OrderRanking;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrderDetails;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts right what is known of an order (domain/agent-actions.md, edit-work-order and change-details). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class AmendmentService {

  private final Orders orders;
  private final WorkOrders workOrders;
  private final ApplicationEventPublisher events;
  private final OrderRanking ranking;
  private final OrderCard card;
  private final RuntimeService runtime;
  private final CurrentAction current;

  AmendmentService(
      Orders orders, WorkOrders workOrders, ApplicationEventPublisher events, OrderRanking ranking, OrderCard card,
      @Lazy RuntimeService runtime, CurrentAction current) {
    this.orders = orders;
    this.workOrders = workOrders;
    this.events = events;
    this.ranking = ranking;
    this.card = card;
    this.runtime = runtime;
    this.current = current;
  }

  /**
   * Another type of work or priority has targets, expected cost and ranking evaluated again.
   *
   * @param change makes the details of those before
   * @throws InvalidFieldsException when nothing would change
   */
  void edit(OrderNumber number, UnaryOperator<WorkOrderDetails> change) {
    WorkOrder order = workOrders.lock(number);
    WorkOrderDetails before = order.details();
    WorkOrderDetails after = change.apply(before);
    if (after.equals(before)) {
      throw new InvalidFieldsException("description", "You haven't changed anything.");
    }
    order.edit(after);
    remember(before, after);
    if (!after.workType().equals(before.workType()) || !after.priority().equals(before.priority())) {
      evaluateAgain(order);
    }
    show(order);
  }

  private void remember(WorkOrderDetails before, WorkOrderDetails after) {
    current.change("workType", before.workType(), after.workType());
    current.change("priority", before.priority(), after.priority());
    current.change("description", before.description(), after.description());
    current.change("contactName", before.contactName(), after.contactName());
    current.change("contactPhone", before.contactPhone(), after.contactPhone());
    current.change("location", before.location(), after.location());
    current.change("equipment", before.equipment(), after.equipment());
    current.change("symptom", before.symptom(), after.symptom());
  }

  private void evaluateAgain(WorkOrder order) {
    events.publishEvent(new TermsEdited(order.number()));
    ranking.all(order).stream().findFirst().ifPresent(first ->
        current.note("now ranked first: " + first.contractor().name() + " (" + first.why() + ")"));
  }

  /** On the cards of tasks that are open already. */
  private void show(WorkOrder order) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(order.number().value()).list()
        .forEach(instance -> runtime.setVariables(instance.getId(), card.of(order.order())));
  }

  /**
   * @param phone from the one before
   * @throws InvalidFieldsException when it is the present one
   */
  void caller(OrderNumber number, String name, UnaryOperator<String> phone) {
    Order order = orders.lock(number);
    String newPhone = phone.apply(order.contactPhone());
    if (name.equals(order.contactName())) {
      refuseSame("contactName", order.contactPhone(), newPhone);
    }
    current.change("contactName", order.contactName(), name);
    current.change("contactPhone", order.contactPhone(), newPhone);
    order.contact(name, newPhone);
  }

  /** @throws InvalidFieldsException when it is the present one */
  void reason(OrderNumber number, String code) {
    WorkOrder order = workOrders.lock(number);
    refuseSame("reason", order.reason(), code);
    current.change("reason", order.reason(), code);
    order.setReasonCode(code);
  }

  /** @throws InvalidFieldsException when it is the present one */
  void capitalBudget(OrderNumber number, String code) {
    WorkOrder order = workOrders.lock(number);
    refuseSame("capitalCode", order.capitalCode(), code);
    current.change("capitalCode", order.capitalCode(), code);
    order.setCapitalCode(code);
  }

  private static void refuseSame(String field, @Nullable Object before, @Nullable Object after) {
    if (Objects.equals(before, after)) {
      throw new InvalidFieldsException(field, "You haven't changed anything.");
    }
  }
}
