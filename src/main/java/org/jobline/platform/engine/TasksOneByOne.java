package org.jobline.platform.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Completes a task after {@link BeforeCompletion} has been told of it. */
class TasksOneByOne extends TaskServiceImpl {

  private final Supplier<BeforeCompletion> gate;

  TasksOneByOne(Supplier<BeforeCompletion> gate) {
    this.gate = gate;
  }

  @Override
  public void complete(String taskId) {
    complete(taskId, null);
  }

  @Override
  public void complete(String taskId, @Nullable Map<String, Object> variables) {
    getCommandExecutor().execute(context -> {
      gate.get().before(taskId);
      super.complete(taskId, variables);
      return null;
    });
  }

  @Override
  public VariableMap completeWithVariablesInReturn(
      String taskId, Map<String, Object> variables, boolean deserializeValues) {
    return getCommandExecutor().execute(context -> {
      gate.get().before(taskId);
      return super.completeWithVariablesInReturn(taskId, variables, deserializeValues);
    });
  }
}
