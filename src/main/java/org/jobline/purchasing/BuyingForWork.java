package org.jobline.purchasing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.action.ActionLog;
import org.jobline.action.Agent;
import org.jobline.action.CurrentAction;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.lifecycle.link.LinkService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderTypes;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Buys something for a work order (domain/purchasing.md, Create Purchasing Order): for its client and site, and linked. */
@Service
class BuyingForWork {

  private final Orders orders;
  private final OrderTypes types;
  private final Intake intake;
  private final LinkService links;
  private final CurrentAction current;
  private final ActionLog log;

  BuyingForWork(
      Orders orders, OrderTypes types, Intake intake, LinkService links, CurrentAction current, ActionLog log) {
    this.orders = orders;
    this.types = types;
    this.intake = intake;
    this.links = links;
    this.current = current;
    this.log = log;
  }

  /** @throws InvalidFieldsException when something is wrong with what is to be bought */
  @Transactional(propagation = Propagation.MANDATORY)
  void buy(OrderNumber number, PurchaseForWork command) {
    Order work = orders.lock(number);
    // nobody authorises what they asked for themselves
    Agent agent = current.agent();
    Map<String, Object> wanted = new LinkedHashMap<>(command.entered());
    wanted.put("site", work.site());
    wanted.put("client", work.client());
    OrderNumber created = log.suspendedDuring(() ->
        intake.log(agent, types.named(PurchaseOrders.TYPE).orElseThrow(), Submission.of(wanted)));
    links.linkCreated(number, created);
  }
}
