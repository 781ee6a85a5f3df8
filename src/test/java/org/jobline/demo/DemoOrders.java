package org.jobline.demo;

import java.time.Instant;
import org.jobline.fixture.Types;
import org.jobline.order.Status;
import org.jobline.order.StatusCode;
import org.jobline.workorder.NewWorkOrder;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;

/** Orders at the sites of the demo estate, without a process. */
public final class DemoOrders {

  /** A Monday morning in winter, when every agreement is in force that should be. */
  public static final Instant NOW = Instant.parse("2026-01-19T10:00:00Z");

  private DemoOrders() {}

  /** An order with neither contractor nor schedule. */
  public static WorkOrder order(WorkOrders orders, String client, String site, String workType, String priority) {
    return order(orders, client, site, workType, priority, null);
  }

  public static WorkOrder order(
      WorkOrders orders, String client, String site, String workType, String priority, String contractor) {
    return orders.log(
        Types.REACTIVE,
        new NewWorkOrder(client, site, workType, priority, "It does not work", "Ann", null, null, null, null, null,
            null, null, contractor, null, false),
        new Status(new StatusCode("0.03"), "Pending resource allocation and schedule"),
        "agent");
  }
}
