package org.jobline.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Reads deployed diagrams as they are stored. One that cannot be read is nobody else's affair: the engine's own way to
 * a model would spoil the transaction of whoever looks at all of them.
 */
@Component
public class DeployedDiagrams {

  private static final Logger log = LoggerFactory.getLogger(DeployedDiagrams.class);

  private final RepositoryService repository;
  private final SystemAuthentication system;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  DeployedDiagrams(@Lazy RepositoryService repository, @Lazy SystemAuthentication system) {
    this.repository = repository;
    this.system = system;
  }

  /** The newest version of every process. */
  public List<ProcessDefinition> newest() {
    return system.call(() -> repository.createProcessDefinitionQuery().latestVersion().list());
  }

  /** The newest version of one process, if it is deployed. */
  public Optional<ProcessDefinition> newest(String key) {
    return system.call(() -> Optional.ofNullable(
        repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult()));
  }

  /** Empty when it cannot be read, which the log says once. */
  public Optional<BpmnModelInstance> model(ProcessDefinition definition) {
    return system.call(() -> {
      try (InputStream file =
          repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
        return Optional.of(Bpmn.readModelFromStream(file));
      } catch (ModelException | IOException e) {
        unreadable(definition.getId(), e);
        return Optional.empty();
      }
    });
  }

  /** As the other, by the id of the definition. */
  public Optional<BpmnModelInstance> model(String definitionId) {
    ProcessDefinition definition = system.call(() ->
        repository.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult());
    return Optional.ofNullable(definition).flatMap(this::model);
  }

  /** Says once in the log that a definition is left out, and why. */
  public void unreadable(String definitionId, Exception why) {
    if (reported.add(definitionId)) {
      log.error("The diagram {} is left out because it can't be read: {}", definitionId, why.getMessage(), why);
    }
  }
}
