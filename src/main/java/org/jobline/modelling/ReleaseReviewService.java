package org.jobline.modelling;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jobline.platform.engine.Attention;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.security.ClusterLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a process owner sees of the files in force and the newest release, and decides about them. */
@Service
class ReleaseReviewService {

  private static final Logger log = LoggerFactory.getLogger(ReleaseReviewService.class);

  private static final String INCIDENT = "releaseConflict";

  /** What fits into the text of an incident. */
  private static final int MAX_MESSAGE = 1000;

  private final DeployedFileRepository deployed;
  private final ReleaseFileRepository released;
  private final ReleaseDeployment releases;
  private final ModellingJournal journal;
  private final RepositoryService repository;
  private final ClusterLock oneAtATime;
  private final Attention attention;

  ReleaseReviewService(
      DeployedFileRepository deployed, ReleaseFileRepository released, ReleaseDeployment releases,
      ModellingJournal journal, RepositoryService repository, ClusterLock oneAtATime, Attention attention) {
    this.deployed = deployed;
    this.released = released;
    this.releases = releases;
    this.journal = journal;
    this.repository = repository;
    this.oneAtATime = oneAtATime;
    this.attention = attention;
  }

  enum State {
    /** As in the newest release. */
    AS_RELEASED,
    /** Changed by a process owner; the release has not changed it since. */
    CHANGED,
    /** Changed by a process owner and by the release: to be decided. */
    CONFLICT,
    /** The release's does not pass the checks. */
    REFUSED,
    /** Not in force; the next start deploys it. */
    DUE,
    /** No release has it. */
    OWN
  }

  /**
   * A file in force.
   *
   * @param changedBy who brought its content
   * @param release the release its content came with; none when it is a process owner's own
   * @param newest what the newest release has of it
   */
  @Schema(name = "ModelFile")
  record FileView(
      String file, String name, @Nullable Integer version, @Nullable String deployment, @Nullable Instant deployedAt,
      @Nullable String changedBy, @Nullable Instant changedAt, @Nullable String release, State state,
      @Nullable Offered newest, List<Difference> differences) {}

  /** @param refusal why it could not be deployed */
  @Schema(name = "OfferedFile")
  record Offered(String release, Instant offeredAt, @Nullable String refusal) {}

  @Transactional(readOnly = true)
  List<FileView> files() {
    Map<String, DeployedFile> inForce = deployed.inForce();
    Map<String, ReleaseFile> offered = ReleaseFile.byId(released.all());
    TreeSet<String> ids = new TreeSet<>(inForce.keySet());
    ids.addAll(offered.keySet());
    return ids.stream().map(id -> view(id, Optional.ofNullable(inForce.get(id)), offered.get(id))).toList();
  }

  /** Those about which a process owner has to decide. */
  @Transactional(readOnly = true)
  List<FileView> conflicts() {
    return files().stream()
        .filter(file -> file.state() == State.CONFLICT || file.state() == State.REFUSED).toList();
  }

  /** Of a file that is in force, in a release, or both. */
  private FileView view(String id, Optional<DeployedFile> inForce, @Nullable ReleaseFile offered) {
    List<Difference> differences = inForce.isEmpty() || offered == null || offered.isTaken(inForce)
        ? List.of()
        : Difference.between(id, deployed.content(inForce.get().hash()), deployed.content(offered.hash()));
    Offered newest = offered == null ? null : new Offered(offered.release(), offered.offeredAt(), offered.refusal());
    State state = state(inForce, offered);
    return inForce
        .map(file -> new FileView(id, file.name(), file.version(), file.deployment(), file.deployedAt(),
            file.changedBy(), file.changedAt(), file.release(), state, newest, differences))
        .orElseGet(() -> new FileView(id, Objects.requireNonNull(offered).name(), null, null, null, null, null, null,
            state, newest, differences));
  }

  private static State state(Optional<DeployedFile> inForce, @Nullable ReleaseFile offered) {
    if (offered == null) {
      return State.OWN;
    }
    if (offered.isTaken(inForce)) {
      return State.AS_RELEASED;
    }
    if (offered.isInConflict(inForce)) {
      return State.CONFLICT;
    }
    if (offered.isDue(inForce)) {
      return offered.refusal() == null ? State.DUE : State.REFUSED;
    }
    return State.CHANGED;
  }

  List<ModellingEvent> events(Optional<String> file) {
    return journal.events(file);
  }

  /** Says in the log and in Cockpit what is to be decided. */
  @Transactional
  void announce() {
    List<FileView> conflicts = conflicts();
    if (!conflicts.isEmpty()) {
      log.warn("A process owner has to decide about {} (GET /api/modelling/conflicts): {}",
          conflicts.stream().map(FileView::file).toList(),
          conflicts.stream().map(ReleaseReviewService::sentence).collect(Collectors.joining(" ")));
    }
    show(conflicts);
  }

  private void show(List<FileView> conflicts) {
    Map<String, String> messages = new TreeMap<>();
    conflicts.forEach(file -> messages.put(file.file(), sentence(file)));
    attention.show(INCIDENT, messages);
  }

  private static String sentence(FileView file) {
    Offered newest = Objects.requireNonNull(file.newest(), "Only what a release has is to be decided");
    String sentence = file.state() == State.REFUSED
        ? file.file() + " of release " + newest.release() + " could not be deployed: " + newest.refusal()
        : "Release " + newest.release() + " changed " + file.file() + ", and so did " + file.changedBy()
            + ", whose version " + file.version()
            + " stays in force until a process owner takes the release's or keeps it.";
    return sentence.length() > MAX_MESSAGE ? sentence.substring(0, MAX_MESSAGE - 1) + "…" : sentence;
  }

  /**
   * Puts what the release has in force.
   *
   * @throws NotFoundException when there is no such file
   * @throws FileConflictException when it is in force already, or does not pass the checks
   */
  @Transactional
  FileView take(String who, String file, @Nullable String reason) {
    oneAtATime.run(() -> {
      Optional<DeployedFile> inForce = deployed.inForce(file);
      ReleaseFile offered = released.find(file).orElseThrow(() ->
          inForce.isPresent() ? FileConflictException.notReleased(file) : new NotFoundException("file", file));
      if (offered.isTaken(inForce)) {
        throw FileConflictException.nothingToTake(file);
      }
      deploying(file, () -> releases.deploy(List.of(offered), who, ModellingEvent.What.TAKEN, reason));
      released.save(offered.decided());
    });
    return decided(file);
  }

  /**
   * Puts an earlier version in force again, a diagram with the forms it had then. A conflict with the release is
   * decided by it; for that the version in force may be named too.
   *
   * @throws NotFoundException when there is no such file
   * @throws FileConflictException when there is no such version, or it is in force and nothing is to be decided
   */
  @Transactional
  FileView restore(String who, String file, int version, @Nullable String reason) {
    oneAtATime.run(() -> {
      DeployedFile wanted = deployed.version(file, version).orElseThrow(() -> noSuchVersion(file, version));
      Optional<DeployedFile> inForce = deployed.inForce(file);
      Optional<ReleaseFile> open = released.find(file).filter(offered -> offered.isOpen(inForce));
      if (inForce.isPresent() && isInForce(wanted, inForce.get())) {
        if (open.isEmpty()) {
          throw FileConflictException.inForce(file, version);
        }
        journal.append(ModellingEvent.of(ModellingEvent.What.KEPT, who, inForce.get(), inForce.get(), reason));
      } else {
        deployAgain(wanted, inForce.orElse(null), who, reason);
      }
      open.ifPresent(offered -> released.save(offered.decided()));
    });
    return decided(file);
  }

  private RuntimeException noSuchVersion(String file, int version) {
    List<Integer> known = deployed.versions(file);
    return known.isEmpty()
        ? new NotFoundException("file", file)
        : FileConflictException.unknownVersion(
            file, version, known.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private boolean isInForce(DeployedFile wanted, DeployedFile inForce) {
    return wanted.hash().equals(inForce.hash()) && forms(wanted).equals(forms(inForce));
  }

  private Map<String, String> forms(DeployedFile diagram) {
    Map<String, String> forms = new TreeMap<>(
        deployed.forms(List.of(diagram.deployment())).getOrDefault(diagram.deployment(), Map.of()));
    forms.keySet().retainAll(diagram.forms());
    return forms;
  }

  private void deployAgain(DeployedFile wanted, @Nullable DeployedFile before, String who, @Nullable String reason) {
    DeploymentBuilder builder = repository.createDeployment()
        .name("version " + wanted.version() + " of " + wanted.file())
        .addInputStream(wanted.name(), new ByteArrayInputStream(deployed.content(wanted.hash())));
    deployed.ofDeployment(wanted.deployment()).stream().filter(form -> wanted.forms().contains(form.file()))
        .forEach(form -> builder.addInputStream(
            form.name(), new ByteArrayInputStream(deployed.content(form.hash()))));
    String deployment = deploying(wanted.file(), () -> builder.deploy().getId());
    deployed.ofDeployment(deployment).stream().filter(DeployedFile::isChangedHere)
        .forEach(file -> {
          deployed.attribute(deployment, file.file(), who, file.release());
          journal.append(ModellingEvent.of(ModellingEvent.What.RESTORED, who,
              file.file().equals(wanted.file()) ? before : null, file, reason));
        });
  }

  private static String deploying(String file, Supplier<String> deployment) {
    try {
      return deployment.get();
    } catch (ProcessEngineException e) {
      throw FileConflictException.notDeployable(file, e);
    }
  }

  private FileView decided(String file) {
    show(conflicts());
    return view(file, deployed.inForce(file), released.find(file).orElse(null));
  }
}
