package org.jobline.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jobline.action.Agent;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.workorder.WorkOrders;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Incidents become reactive work orders. */
@Component
@Order(1)
class IncidentReading implements LogReading {

  private final WorkOrders orders;
  private final IncidentReferenceData referenceData;

  IncidentReading(WorkOrders orders, IncidentReferenceData referenceData) {
    this.orders = orders;
    this.referenceData = referenceData;
  }

  @Override
  public boolean knows(String what) {
    return IncidentActivity.of(what) != IncidentActivity.OTHER;
  }

  @Override
  public void importReferenceData(Survey survey, boolean mail) {
    referenceData.importFor(survey, mail);
  }

  @Override
  public OrderType type() {
    return new OrderType("REACTIVE", "R", '0');
  }

  @Override
  public Agent agent() {
    return new Agent("replay", Set.of("helpdesk"));
  }

  @Override
  public Map<String, Object> fields(LogCase logCase) {
    LogEvent first = logCase.events().get(0);
    Map<String, Object> fields = new HashMap<>();
    fields.put("client", LogCodes.CLIENT);
    fields.put("site", LogCodes.site(first.country()));
    fields.put("workType", LogCodes.workType(first.product()));
    fields.put("priority", LogCodes.priority(first.impact()));
    fields.put("description", "Case " + logCase.name() + ": " + first.product() + ", impact " + first.impact());
    fields.put("contactName", first.person());
    fields.put("externalReference", logCase.name());
    fields.put("resource", LogCodes.resource(first.group()));
    fields.put("scheduleKind", "up to SLA");
    fields.put("confirmDuplicate", true);
    return fields;
  }

  @Override
  public OrderState look(LogCase logCase, OrderNumber number) {
    return WorkOrderState.of(orders.get(number));
  }
}
