package org.jobline.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The user tasks that the processes of an order stand at. The engine's own query puts its statement together from
 * hundreds of conditions each time, which took an eighth of an agent action.
 */
@Component
public class OrderTasks {

  private static final String OF_ORDER = """
      select task.* from act_ru_task task join act_ru_execution process on process.id_ = task.proc_inst_id_
      where process.business_key_ = #{order} order by task.id_""";

  private final TaskService tasks;

  OrderTasks(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  /** All of them, whoever asks, suspended ones too, in an order that stays the same. */
  public List<Task> of(String orderNumber) {
    return tasks.createNativeTaskQuery().sql(OF_ORDER).parameter("order", orderNumber).list();
  }
}
