package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jobline.platform.security.OneAtATime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a release in beside what process owners deployed. Each file is compared with what was last taken of a release,
 * not with what is in force: so a release deploys what it changed itself, and nothing that a process owner changed.
 */
@Service
class Releases {

  private static final Logger log = LoggerFactory.getLogger(Releases.class);

  private static final String APPLICATION = "jobline";

  private final DeployedFileRepository deployed;
  private final ReleaseFileRepository released;
  private final FileRegister register;
  private final EarlierDeployments earlier;
  private final ModellingJournal journal;
  private final RepositoryService repository;
  private final OneAtATime oneAtATime;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;

  Releases(
      DeployedFileRepository deployed, ReleaseFileRepository released, FileRegister register,
      EarlierDeployments earlier, ModellingJournal journal, RepositoryService repository, OneAtATime oneAtATime,
      PlatformTransactionManager transactions, Clock clock) {
    this.deployed = deployed;
    this.released = released;
    this.register = register;
    this.earlier = earlier;
    this.journal = journal;
    this.repository = repository;
    this.oneAtATime = oneAtATime;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Deploys what the release changed. What does not pass the checks, and what a process owner changed too, is left as
   * it is. Of several nodes one does it, the others wait and find nothing left to do.
   */
  void bring(Release release) {
    // steps of their own: one that fails must not undo the others; the outer transaction keeps other nodes out
    oneAtATime.run(() -> {
      inOwnTransaction(() -> {
        if (deployed.isEmpty()) {
          earlier.register();
        }
        return null;
      });
      List<ReleaseFile> due = inOwnTransaction(() -> offer(release));
      deployWhatCanBe(due);
      completeDiagrams();
      inOwnTransaction(this::settle);
    });
  }

  private <T> T inOwnTransaction(Supplier<T> step) {
    return ownTransaction.execute(status -> step.get());
  }

  /** Writes down what the release has, and tells what of it is to be deployed. */
  private List<ReleaseFile> offer(Release release) {
    Map<String, DeployedFile> inForce = deployed.inForce();
    Map<String, ReleaseFile> known = byId(released.all());
    Map<String, ReleaseFile> offered = new TreeMap<>();
    release.files().forEach((name, content) -> {
      DefinitionFile file = DefinitionFile.of(name, content);
      String hash = file.hash();
      deployed.keep(hash, content);
      file.idsOrName().forEach(id -> offered.put(id, offered(id, name, hash, release, known.get(id))));
    });
    released.keepOnly(offered.keySet());
    List<ReleaseFile> due = new ArrayList<>();
    offered.forEach((id, file) -> {
      released.save(file);
      Optional<DeployedFile> present = Optional.ofNullable(inForce.get(id));
      if (file.isDue(present)) {
        due.add(file);
      } else if (file.isInConflict(present) && file.release().equals(release.version())) {
        noteOnce(known.get(id), ModellingEvent.of(
            ModellingEvent.What.CONFLICT, APPLICATION, present.orElse(null), file, null));
      }
    });
    return due;
  }

  private ReleaseFile offered(String id, String name, String hash, Release release, @Nullable ReleaseFile known) {
    if (known == null) {
      return new ReleaseFile(id, name, null, hash, release.version(), clock.instant(), null);
    }
    return known.hash().equals(hash)
        ? new ReleaseFile(id, name, known.takenHash(), hash, known.release(), known.offeredAt(), known.refusal())
        : new ReleaseFile(id, name, known.takenHash(), hash, release.version(), clock.instant(), null);
  }

  /** A restart says nothing new. */
  private void noteOnce(@Nullable ReleaseFile known, ModellingEvent event) {
    if (known == null || !known.hash().equals(event.toHash())) {
      journal.append(event);
    }
  }

  /** All together, since diagrams call each other; without those that are refused as often as it takes. */
  private void deployWhatCanBe(List<ReleaseFile> due) {
    List<ReleaseFile> left = due;
    while (!left.isEmpty()) {
      List<ReleaseFile> tried = left;
      try {
        inOwnTransaction(() -> deploy(tried, APPLICATION, ModellingEvent.What.RELEASED, null));
        log.info("Deployed the changes of the release: {}", tried.stream().map(ReleaseFile::file).toList());
        return;
      } catch (ProcessEngineException e) {
        Set<ReleaseFile> refused = refused(e, tried);
        if (refused.isEmpty()) {
          tried.forEach(file -> deployWhatCanBe(List.of(file)));
          return;
        }
        inOwnTransaction(() -> {
          refused.forEach(file -> refuse(file, Objects.requireNonNullElse(e.getMessage(), e.toString())));
          return null;
        });
        left = tried.stream().filter(file -> !refused.contains(file)).toList();
      }
    }
  }

  /** Those the engine names, or whose change a diagram it names would not bear; none when it cannot tell. */
  private Set<ReleaseFile> refused(ProcessEngineException e, List<ReleaseFile> tried) {
    if (tried.size() == 1) {
      return Set.copyOf(tried);
    }
    Set<String> named = e instanceof ParseException problems
        ? problems.getResorceReports().stream().map(ResourceReport::getResourceName).collect(Collectors.toSet())
        : Set.of();
    Set<String> formsOfNamed = deployed.inForce().values().stream()
        .filter(diagram -> named.contains(diagram.name()))
        .flatMap(diagram -> diagram.forms().stream())
        .collect(Collectors.toSet());
    Set<ReleaseFile> refused = tried.stream().filter(file -> named.contains(file.name())).collect(Collectors.toSet());
    return refused.isEmpty()
        ? tried.stream().filter(file -> formsOfNamed.contains(file.file())).collect(Collectors.toSet())
        : refused;
  }

  private void refuse(ReleaseFile file, String why) {
    log.error("{} of release {} was not deployed; what was in force stays: {}", file.file(), file.release(), why);
    if (!why.equals(file.refusal())) {
      released.save(file.refused(why));
      journal.append(ModellingEvent.of(ModellingEvent.What.REFUSED, APPLICATION,
          deployed.inForce(file.file()).orElse(null), file, why));
    }
  }

  /** Before there was a register, a diagram could be deployed without its forms, and its actions failed. */
  private void completeDiagrams() {
    FileRegister.Snapshot inForce = register.inForce();
    inForce.diagrams().stream().filter(inForce::lacksForms).forEach(diagram -> {
      try {
        inOwnTransaction(() -> builder("forms for " + diagram.file())
            .addInputStream(diagram.name(), content(diagram.hash())).deploy());
        log.info("Added the forms {} was deployed without", diagram.file());
      } catch (ProcessEngineException e) {
        log.error("{} lacks forms, and they could not be added", diagram.file(), e);
      }
    });
  }

  /** What is the same in the release and in force is no matter of choice any more. */
  private Void settle() {
    Map<String, DeployedFile> inForce = deployed.inForce();
    released.all().stream()
        .filter(file -> file.isTaken(Optional.ofNullable(inForce.get(file.file()))))
        .filter(file -> !file.hash().equals(file.takenHash()) || file.refusal() != null)
        .forEach(file -> released.save(file.decided()));
    return null;
  }

  /** Deploys files of the release, in the present transaction. */
  String deploy(List<ReleaseFile> files, String who, ModellingEvent.What what, @Nullable String reason) {
    Map<String, DeployedFile> before = deployed.inForce();
    Map<String, ReleaseFile> byName = files.stream()
        .collect(Collectors.toMap(ReleaseFile::name, Function.identity(), (one, same) -> one));
    DeploymentBuilder builder = builder(APPLICATION);
    byName.forEach((name, file) -> builder.addInputStream(name, content(file.hash())));
    String deployment = builder.deploy().getId();
    Map<String, ReleaseFile> byId = byId(files);
    deployed.ofDeployment(deployment).stream()
        .forEach(file -> Optional.ofNullable(byId.get(file.file())).map(ReleaseFile::release).ifPresent(release -> {
          deployed.attribute(deployment, file.file(), who, release);
          journal.append(ModellingEvent.of(what, who, before.get(file.file()), file, reason).of(release));
        }));
    return deployment;
  }

  private DeploymentBuilder builder(String name) {
    return repository.createDeployment().name(name).source("process application");
  }

  private InputStream content(String hash) {
    return new ByteArrayInputStream(deployed.content(hash));
  }

  private static Map<String, ReleaseFile> byId(List<ReleaseFile> files) {
    Map<String, ReleaseFile> byId = new HashMap<>();
    files.forEach(file -> byId.put(file.file(), file));
    return byId;
  }
}
