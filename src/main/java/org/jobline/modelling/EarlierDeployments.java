package org.jobline.modelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jobline.platform.engine.NewDeployment;
import org.springframework.stereotype.Component;

/** Takes over what was deployed before there was a register: then each release deployed all of its files together. */
@Component
class EarlierDeployments {

  private static final String RELEASE = "earlier";
  private static final String NAME_OF_RELEASES = "jobline";
  private static final String SOURCE_OF_RELEASES = "process application";

  private final RepositoryService repository;
  private final HistoryService history;
  private final FileRegister register;
  private final DeployedFileRepository deployed;
  private final ReleaseFileRepository released;

  EarlierDeployments(
      RepositoryService repository, HistoryService history, FileRegister register, DeployedFileRepository deployed,
      ReleaseFileRepository released) {
    this.repository = repository;
    this.history = history;
    this.register = register;
    this.deployed = deployed;
    this.released = released;
  }

  void register() {
    repository.createDeploymentQuery().orderByDeploymentTime().asc().list().forEach(this::register);
  }

  private void register(Deployment deployment) {
    boolean isRelease = NAME_OF_RELEASES.equals(deployment.getName())
        && SOURCE_OF_RELEASES.equals(deployment.getSource());
    List<NewDeployment.File> files = withoutLooseForms(files(deployment));
    register.register(new NewDeployment(deployment.getId(), deployment.getDeploymentTime().toInstant(),
        Optional.empty(), files));
    Optional<String> user = user(deployment);
    for (DeployedFile file : deployed.ofDeployment(deployment.getId())) {
      if (isRelease) {
        deployed.attribute(file.deployment(), file.file(), file.changedBy(), RELEASE);
        released.save(new ReleaseFile(
            file.file(), file.name(), file.hash(), file.hash(), RELEASE, file.deployedAt(), null));
      } else if (file.isChangedHere()) {
        user.ifPresent(name -> deployed.attribute(file.deployment(), file.file(), name, file.release()));
      }
    }
  }

  private List<NewDeployment.File> files(Deployment deployment) {
    Map<String, Map<String, Integer>> versions = new HashMap<>();
    Stream.concat(
            repository.createProcessDefinitionQuery().deploymentId(deployment.getId()).list().stream(),
            repository.createDecisionDefinitionQuery().deploymentId(deployment.getId()).list().stream())
        .map(ResourceDefinition.class::cast)
        .forEach(definition -> versions.computeIfAbsent(definition.getResourceName(), name -> new HashMap<>())
            .put(definition.getKey(), definition.getVersion()));
    return repository.getDeploymentResourceNames(deployment.getId()).stream()
        .map(name -> new NewDeployment.File(name, content(deployment, name),
            versions.getOrDefault(name, name.endsWith(DefinitionFile.FORM) ? nextOf(name) : Map.of())))
        .toList();
  }

  /** The engine tells nobody the versions of its forms. */
  private Map<String, Integer> nextOf(String form) {
    String id = form.substring(form.lastIndexOf('/') + 1);
    return Map.of(id, deployed.versions(id).size() + 1);
  }

  private byte[] content(Deployment deployment, String name) {
    try (InputStream content = repository.getResourceAsStream(deployment.getId(), name)) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A form without a diagram that names it was deployed in vain. */
  private static List<NewDeployment.File> withoutLooseForms(List<NewDeployment.File> files) {
    Set<String> named = files.stream()
        .flatMap(file -> DefinitionFile.of(file.name(), file.content()).forms().stream())
        .collect(Collectors.toSet());
    return files.stream()
        .filter(file -> {
          DefinitionFile definition = DefinitionFile.of(file.name(), file.content());
          return !definition.isForm() || named.containsAll(definition.ids());
        })
        .toList();
  }

  private Optional<String> user(Deployment deployment) {
    return history.createUserOperationLogQuery().deploymentId(deployment.getId())
        .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE).list().stream()
        .map(UserOperationLogEntry::getUserId).findFirst();
  }
}
