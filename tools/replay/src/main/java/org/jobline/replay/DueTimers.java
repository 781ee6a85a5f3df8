package org.jobline.replay;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jobline.order.OrderNumber;
import org.springframework.stereotype.Component;

/**
 * Does the job executor's work for one order at a time that is not the clock's. To the executor every timer of a
 * replayed order would be overdue from the start, so it must be off meanwhile.
 */
@Component
class DueTimers {

  private final RuntimeService runtime;
  private final ManagementService management;

  DueTimers(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  /** Fires what was due before an instant, earliest first, including timers that only arise by it. */
  void fire(OrderNumber number, Instant before) {
    Job next = earliest(number, before);
    while (next != null) {
      management.executeJob(next.getId());
      next = earliest(number, before);
    }
  }

  private Job earliest(OrderNumber number, Instant before) {
    List<ProcessInstance> instances =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).active().list();
    Job earliest = null;
    for (ProcessInstance instance : instances) {
      List<Job> due = management.createJobQuery()
          .processInstanceId(instance.getId())
          .timers()
          .duedateLowerThan(Date.from(before))
          .withRetriesLeft()
          .orderByJobDuedate().asc()
          .listPage(0, 1);
      if (!due.isEmpty() && (earliest == null || due.get(0).getDuedate().before(earliest.getDuedate()))) {
        earliest = due.get(0);
      }
    }
    return earliest;
  }
}
