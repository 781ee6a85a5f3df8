package org.jobline.lifecycle.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jobline.action.ActionLog;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.CurrentAction;
import org.jobline.action.Intake;
import org.jobline.action.Lifecycle;
import org.jobline.action.Submission;
import org.jobline.lifecycle.conversion.OrderConverted;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.Orders;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that have to do with each other (domain/agent-actions.md, link-create, link-existing, remove-link). The event of
 * the action stands on both orders. The other order is taken only while nobody else has it, so that two agents who link
 * the same orders from both ends never wait for each other.
 */
@Service
public class LinkService {

  /** What a new order is logged with; all but its description is that of the other. */
  private static final Set<String> CALL = Set.of("site", "workType", "priority", "description", "contactName");

  private final LinkRepository links;
  private final Orders orders;
  private final WorkOrders workOrders;
  private final Intake intake;
  private final CurrentAction current;
  private final ActionLog log;

  LinkService(
      LinkRepository links, Orders orders, WorkOrders workOrders, Intake intake, CurrentAction current,
      ActionLog log) {
    this.links = links;
    this.orders = orders;
    this.workOrders = workOrders;
    this.intake = intake;
    this.current = current;
    this.log = log;
  }

  List<Link> of(OrderNumber number) {
    return links.of(number);
  }

  /** The orders it is linked with, whichever way round, oldest link first. */
  @Transactional(readOnly = true)
  public List<OrderNumber> linkedTo(OrderNumber number) {
    return links.of(number).stream().map(Link::other).toList();
  }

  /**
   * Links two orders that are there.
   *
   * @throws InvalidFieldsException when they are the same, or linked already
   * @throws ChangedMeanwhileException when somebody else is changing the other order
   * @throws AwaitingAuthorisationException when the other order is locked
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void link(OrderNumber number, OrderNumber other, Relation relation) {
    if (number.equals(other)) {
      throw new InvalidFieldsException("order", "An order can't be linked to itself. Pick a different order.");
    }
    Order otherOrder = orders.lockOrFail(other);
    log.checkUnlocked(otherOrder);
    if (!links.insert(number, other, relation)) {
      throw new InvalidFieldsException("order", other + " is already linked to this order.");
    }
    current.note(relation.here() + " " + other);
    log.logOnRelatedOrder(otherOrder, relation.there() + " " + number);
  }

  /** The order has become another, which was made of it. */
  @EventListener
  @org.springframework.core.annotation.Order(300)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(OrderConverted converted) {
    links.insert(converted.target(), converted.order(), Relation.CONVERTED_FROM);
    current.note(Relation.CONVERTED_FROM.there() + " " + converted.target());
    log.logOnRelatedOrder(
        orders.lock(converted.target()), Relation.CONVERTED_FROM.here() + " " + converted.order());
  }

  /** The order is done as part of another, which was made of it and others. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void batchedIn(OrderNumber number, OrderNumber parent) {
    links.insert(number, parent, Relation.BATCHED_IN);
  }

  /** Whether its orders are logged with what is known of another. */
  boolean canCreate(Lifecycle lifecycle) {
    return intake.asksFor(lifecycle, CALL);
  }

  /** Logs a new order for the same site and caller, and links the two. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void create(OrderNumber number, OrderType type, String description) {
    WorkOrder order = workOrders.lock(number);
    Map<String, Object> call = new LinkedHashMap<>(Map.of(
        "site", order.site(), "workType", order.workType(), "priority", order.priority(),
        "description", description, "contactName", order.contactName(), "confirmDuplicate", true));
    if (order.contactPhone() != null) {
      call.put("contactPhone", order.contactPhone());
    }
    OrderNumber created = log.suspendedDuring(() -> intake.log(Agent.SYSTEM, type, Submission.of(call)));
    linkCreated(number, created);
  }

  /** Links an order to one that was made for it just now, which may wait for authorisation already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void linkCreated(OrderNumber number, OrderNumber created) {
    links.insert(number, created, Relation.RELATED);
    current.note(Relation.RELATED.here() + " " + created);
    log.logOnRelatedOrder(orders.lock(created), Relation.RELATED.there() + " " + number);
  }

  /**
   * The link is gone from both sides; the events that made it stay.
   *
   * @throws ChangedMeanwhileException when somebody else is changing the other order
   * @throws AwaitingAuthorisationException when the other order is locked
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(OrderNumber number, long id, String reason) {
    Link link = links.of(number).stream().filter(candidate -> candidate.id() == id).findFirst().orElseThrow();
    Order other = orders.lockOrFail(link.other());
    log.checkUnlocked(other);
    links.delete(id);
    current.note("no longer " + link.words() + ": " + reason);
    log.logOnRelatedOrder(other, "no longer linked to " + number + ": " + reason);
  }
}
