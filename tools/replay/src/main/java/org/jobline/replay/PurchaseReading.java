package org.jobline.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.action.Agent;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.purchasing.PurchaseOrders;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Items of purchase orders become purchasing orders of one line. */
@Component
@Order(2)
class PurchaseReading implements LogReading {

  private static final String LIFECYCLE = "purchasing";

  private final PurchaseOrders orders;
  private final RuntimeService runtime;
  private final PurchaseReferenceData referenceData;

  PurchaseReading(PurchaseOrders orders, RuntimeService runtime, PurchaseReferenceData referenceData) {
    this.orders = orders;
    this.runtime = runtime;
    this.referenceData = referenceData;
  }

  @Override
  public boolean knows(String what) {
    return PurchaseActivity.of(what) != PurchaseActivity.OTHER;
  }

  @Override
  public void importReferenceData(Survey survey, boolean mail) {
    referenceData.importData(mail);
  }

  @Override
  public OrderType type() {
    return new OrderType("PURCHASING", "PO", '4');
  }

  /** Finance too: the log does not tell who recorded an invoice. */
  @Override
  public Agent agent() {
    return new Agent("replay", Set.of("helpdesk", "finance"));
  }

  @Override
  public Map<String, Object> fields(LogCase logCase) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("client", LogCodes.CLIENT);
    fields.put("site", PurchaseReferenceData.SITE);
    fields.put("supplier", PurchaseReferenceData.SUPPLIER);
    fields.put("lines", PurchaseReferenceData.SUPPLIER + "/" + PurchaseReferenceData.PART + " - " + wanted(logCase) + " - - -");
    fields.put("contactName", "replay");
    fields.put("reason", "Case " + logCase.name());
    return fields;
  }

  /** How many a case is about: the log tells no quantity, so that each receipt brings one. */
  static int wanted(LogCase logCase) {
    return (int) Math.max(1, logCase.events().stream()
        .filter(event -> PurchaseActivity.of(event.what()) == PurchaseActivity.RECEIVED).count());
  }

  @Override
  public OrderState look(LogCase logCase, OrderNumber number) {
    boolean isOver = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value())
        .processDefinitionKey(LIFECYCLE).count() == 0;
    return PurchaseState.of(orders.get(number), isOver, wanted(logCase));
  }
}
