package org.jobline.action;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jobline.platform.engine.DeployedDiagrams;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.stereotype.Component;

/** Tells submissions that are agent actions from those of other processes that may be deployed beside ours. */
@Component
class AgentForms {

  private static final String BY_KEY = "key/";

  private final TaskService tasks;
  private final Diagrams diagrams;
  private final DeployedDiagrams deployed;
  private final SystemAuthentication system;

  AgentForms(TaskService tasks, Diagrams diagrams, DeployedDiagrams deployed, SystemAuthentication system) {
    this.tasks = tasks;
    this.diagrams = diagrams;
    this.deployed = deployed;
    this.system = system;
  }

  boolean isAgentTask(String taskId) {
    return system.call(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .map((Task task) -> diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey()))
        .orElse(Optional.empty())
        .isPresent());
  }

  /** @param process the id of a process definition, or {@code key/} and its key */
  boolean isStartedByForm(String process) {
    return starts(process).stream().anyMatch(start -> start.getCamundaFormRef() != null);
  }

  /** Whether nobody may begin it from outside: a stage, or a sheet of actions, which its caller begins. */
  boolean isBegunFromInsideOnly(String process) {
    Collection<StartEvent> starts = starts(process);
    return !starts.isEmpty()
        && starts.stream().allMatch(start -> start.getCamundaFormRef() == null && start.getCamundaFormKey() == null);
  }

  /** None of a process that does not exist. */
  private Collection<StartEvent> starts(String process) {
    Optional<BpmnModelInstance> model = process.startsWith(BY_KEY)
        ? deployed.newest(process.substring(BY_KEY.length())).flatMap(deployed::model)
        : deployed.model(process);
    return model.map(diagram -> diagram.getModelElementsByType(StartEvent.class)).orElse(List.of());
  }
}
