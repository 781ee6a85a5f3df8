package org.jobline.action;

import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.BeforeCompletion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has those who complete tasks of one order do so one after another (domain/agent-actions.md, Two people on one order). */
@Component
class OneCompletionAtATime implements BeforeCompletion {

  private final Orders orders;
  private final PendingSubmissions pending;
  private final JdbcClient jdbc;

  OneCompletionAtATime(Orders orders, PendingSubmissions pending, JdbcClient jdbc) {
    this.orders = orders;
    this.pending = pending;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void before(String taskId) {
    // our own API has taken the order already
    if (pending.present().filter(PendingSubmission::isByApi).isEmpty()) {
      jdbc.sql("select p.business_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_"
              + " where t.id_ = ?")
          .param(taskId).query(String.class).optional()
          .filter(OrderNumber::isOne)
          .map(OrderNumber::new)
          .ifPresent(orders::lock);
    }
  }
}
