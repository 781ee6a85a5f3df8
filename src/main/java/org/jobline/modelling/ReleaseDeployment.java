package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deploys files of releases, in the present transaction. */
@Component
class ReleaseDeployment {

  static final String APPLICATION = "jobline";

  private final DeployedFileRepository deployed;
  private final ModellingJournal journal;
  private final RepositoryService repository;

  ReleaseDeployment(DeployedFileRepository deployed, ModellingJournal journal, RepositoryService repository) {
    this.deployed = deployed;
    this.journal = journal;
    this.repository = repository;
  }

  /** @return the id of the deployment */
  String deploy(List<ReleaseFile> files, String who, ModellingEvent.What what, @Nullable String reason) {
    Map<String, DeployedFile> before = deployed.inForce();
    Map<String, ReleaseFile> byName = files.stream()
        .collect(Collectors.toMap(ReleaseFile::name, Function.identity(), (one, same) -> one));
    DeploymentBuilder builder = builder(APPLICATION);
    byName.forEach((name, file) -> builder.addInputStream(name, content(file.hash())));
    String deployment = builder.deploy().getId();
    Map<String, ReleaseFile> byId = ReleaseFile.byId(files);
    deployed.ofDeployment(deployment).stream()
        .forEach(file -> Optional.ofNullable(byId.get(file.file())).map(ReleaseFile::release).ifPresent(release -> {
          deployed.attribute(deployment, file.file(), who, release);
          journal.append(ModellingEvent.of(what, who, before.get(file.file()), file, reason).of(release));
        }));
    return deployment;
  }

  /** A diagram again, with the forms it was deployed without. */
  void complete(DeployedFile diagram) {
    builder("forms for " + diagram.file()).addInputStream(diagram.name(), content(diagram.hash())).deploy();
  }

  private DeploymentBuilder builder(String name) {
    return repository.createDeployment().name(name).source("process application");
  }

  private InputStream content(String hash) {
    return new ByteArrayInputStream(deployed.content(hash));
  }
}
