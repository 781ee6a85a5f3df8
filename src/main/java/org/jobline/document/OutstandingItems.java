package org.jobline.document;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.action.Performing;
import org.jobline.estate.Estate;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is still missing of a finished order: documents its type of work requires (domain/statuses.md, 5.x0). */
@Service
public class OutstandingItems {

  private static final String ARRIVED = "outstanding-item-arrived";

  private final OutstandingItemRepository items;
  private final WorkOrders orders;
  private final Estate estate;
  private final RuntimeService runtime;
  private final Performing performing;
  private final Clock clock;

  OutstandingItems(
      OutstandingItemRepository items, WorkOrders orders, Estate estate, @Lazy RuntimeService runtime,
      Performing performing, Clock clock) {
    this.items = items;
    this.orders = orders;
    this.estate = estate;
    this.runtime = runtime;
    this.performing = performing;
    this.clock = clock;
  }

  /** Writes down what the work requires and was not filed yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void list(OrderNumber number) {
    WorkOrder order = orders.lock(number);
    estate.workType(order.workType()).orElseThrow().requiredDocuments()
        .forEach(type -> items.require(number.value(), type));
    List<String> missing = items.missing(number.value());
    if (!missing.isEmpty()) {
      performing.remark("outstanding: " + String.join(", ", missing));
    }
  }

  /** What is missing now. */
  @Transactional(readOnly = true)
  public List<String> missing(OrderNumber number) {
    return items.missing(number.value());
  }

  /** A document of a type arrived; the order moves on when it waits for it. */
  @Transactional(propagation = Propagation.MANDATORY)
  void arrived(OrderNumber number, String type) {
    if (items.arrived(number.value(), type, clock.instant()) > 0) {
      runtime.createMessageCorrelation(ARRIVED)
          .processInstanceBusinessKey(number.value())
          .correlateAllWithResult();
    }
  }
}
