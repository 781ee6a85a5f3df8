package org.jobline.lifecycle.assignment;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/** What gateways may ask about the order's contractor, as {@code ${resource.…(execution)}}. */
@Component("resource")
public class ContractorExpressions {

  private final AllocationService allocations;
  private final AssignmentService assignments;

  ContractorExpressions(AllocationService allocations, AssignmentService assignments) {
    this.allocations = allocations;
    this.assignments = assignments;
  }

  public boolean isAssignedAutomatically(DelegateExecution execution) {
    return assignments.isAssignedAutomatically(OrderProcess.orderOf(execution));
  }

  public boolean acceptsAutomatically(DelegateExecution execution) {
    return assignments.acceptsAutomatically(OrderProcess.orderOf(execution));
  }

  /** Whether the next contractor in the ranking is to be asked after a refusal. */
  public boolean hasNext(DelegateExecution execution) {
    return allocations.hasNext(OrderProcess.orderOf(execution));
  }
}
