package org.jobline.action;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jobline.engine.AsSystem;
import org.jobline.engine.DeployedDiagrams;
import org.springframework.stereotype.Component;

/** Tells submissions that are agent actions from those of other processes that may be deployed beside ours. */
@Component
class AgentForms {

  private final TaskService tasks;
  private final RepositoryService repository;
  private final Diagrams diagrams;
  private final DeployedDiagrams deployed;
  private final AsSystem asSystem;

  AgentForms(TaskService tasks, RepositoryService repository, Diagrams diagrams, DeployedDiagrams deployed,
      AsSystem asSystem) {
    this.tasks = tasks;
    this.repository = repository;
    this.diagrams = diagrams;
    this.deployed = deployed;
    this.asSystem = asSystem;
  }

  boolean isAgentTask(String taskId) {
    return asSystem.call(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
        .map((Task task) -> diagrams.ofTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey()))
        .orElse(Optional.empty())
        .isPresent());
  }

  /** @param process the id of a process definition, or {@code key/} and its key */
  boolean isStartedByForm(String process) {
    return asSystem.call(() -> definition(process)
        .flatMap(deployed::model)
        .map(model -> model
            .getModelElementsByType(StartEvent.class).stream()
            .anyMatch(start -> start.getCamundaFormRef() != null))
        .orElse(false));
  }

  /** Whether nobody may begin it from outside: a stage, or a sheet of actions, which its caller begins. */
  boolean isBegunFromInsideOnly(String process) {
    return asSystem.call(() -> definition(process)
        .map(definition -> repository.getBpmnModelInstance(definition.getId())
            .getModelElementsByType(StartEvent.class).stream()
            .noneMatch(start -> start.getCamundaFormRef() != null || start.getCamundaFormKey() != null))
        .orElse(false));
  }

  private Optional<ProcessDefinition> definition(String process) {
    return Optional.ofNullable(process.startsWith("key/")
        ? repository.createProcessDefinitionQuery()
            .processDefinitionKey(process.substring("key/".length())).latestVersion().singleResult()
        : repository.createProcessDefinitionQuery().processDefinitionId(process).singleResult());
  }
}
