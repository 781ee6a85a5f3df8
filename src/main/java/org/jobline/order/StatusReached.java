package org.jobline.order;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What a type of order shows in its processes once a status is reached. */
public interface StatusReached {

  /**
   * @param order taken for changing
   * @param execution at the milestone, of the lifecycle or of a sheet it has called
   */
  void reached(Order order, DelegateExecution execution);
}
