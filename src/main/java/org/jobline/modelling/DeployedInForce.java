package org.jobline.modelling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jobline.platform.engine.DeployedDiagrams;
import org.jobline.platform.engine.DeployedForms;
import org.jobline.platform.engine.SystemAuthentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells what is in force in the engine. */
@Component
class DeployedInForce {

  private final DeployedDiagrams deployed;
  private final DeployedForms forms;
  private final RepositoryService repository;
  private final SystemAuthentication system;
  /** By id of the definition, which never changes. Sheets cannot be read by two threads at once: see {@link #now}. */
  private final Map<String, Optional<Sheet>> sheets = new ConcurrentHashMap<>();

  DeployedInForce(
      DeployedDiagrams deployed, DeployedForms forms, @Lazy RepositoryService repository,
      @Lazy SystemAuthentication system) {
    this.deployed = deployed;
    this.forms = forms;
    this.repository = repository;
    this.system = system;
  }

  private record Now(Map<String, Sheet> sheets, Map<String, byte[]> forms, Set<String> tables) implements InForce {

    @Override
    public Optional<byte[]> form(String key) {
      return Optional.ofNullable(forms.get(key));
    }

    @Override
    public boolean hasTable(String key) {
      return tables.contains(key);
    }
  }

  /** To be read before the next call, by the thread that holds the engine's lock for deployments. */
  InForce now() {
    return new Now(sheets(), forms.newest(), tables());
  }

  private Map<String, Sheet> sheets() {
    Map<String, ProcessDefinition> newest =
        deployed.newest().stream().collect(Collectors.toMap(ProcessDefinition::getId, Function.identity()));
    sheets.keySet().retainAll(newest.keySet());
    Map<String, Sheet> byKey = new HashMap<>();
    newest.forEach((id, definition) -> sheets.computeIfAbsent(id, unread -> sheet(definition))
        .ifPresent(sheet -> byKey.put(definition.getKey(), sheet)));
    return byKey;
  }

  private Optional<Sheet> sheet(ProcessDefinition definition) {
    return deployed.model(definition).flatMap(model ->
        Optional.<Process>ofNullable(model.getModelElementById(definition.getKey()))
            .map(process -> Sheet.inForce(definition.getResourceName(), model, process)));
  }

  private Set<String> tables() {
    return system.call(() -> repository.createDecisionDefinitionQuery().latestVersion().list().stream()
        .map(DecisionDefinition::getKey)
        .collect(Collectors.toSet()));
  }
}
