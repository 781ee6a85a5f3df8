package org.jobline.platform.engine;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows in the forms of tasks, beside the variables of their processes, what is stored on none of these, and completes a
 * task after {@link BeforeCompletion} has been told of it.
 */
class FormsOfTasks extends FormServiceImpl {

  private final Supplier<ChangingVariables> changing;
  private final Supplier<BeforeCompletion> gate;

  FormsOfTasks(Supplier<ChangingVariables> changing, Supplier<BeforeCompletion> gate) {
    this.changing = changing;
    this.gate = gate;
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    getCommandExecutor().execute(context -> {
      gate.get().before(taskId);
      super.submitTaskForm(taskId, properties);
      return null;
    });
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return getCommandExecutor().execute(context -> {
      gate.get().before(taskId);
      return super.submitTaskFormWithVariablesInReturn(taskId, properties, deserializeValues);
    });
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId) {
    return getTaskFormVariables(taskId, null, true);
  }

  @Override
  public VariableMap getTaskFormVariables(
      String taskId, @Nullable Collection<String> names, boolean deserialize) {
    return getCommandExecutor().execute(context -> {
      // first, because it asks whether the user may read the task
      VariableMap shown = new GetTaskFormVariablesCmd(taskId, names, deserialize).execute(context);
      changing.get().valuesFor(context.getTaskManager().findTaskById(taskId)).forEach((name, value) -> {
        if (names == null || names.contains(name)) {
          shown.put(name, value);
        }
      });
      return shown;
    });
  }
}
