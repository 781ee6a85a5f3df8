package org.jobline.engine;

import java.util.Collection;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/** Shows in the forms of tasks, beside the variables of their processes, what is stored on none of these. */
class FormsOfTasks extends FormServiceImpl {

  private final Supplier<ChangingVariables> changing;

  FormsOfTasks(Supplier<ChangingVariables> changing) {
    this.changing = changing;
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId) {
    return getTaskFormVariables(taskId, null, true);
  }

  @Override
  public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
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
