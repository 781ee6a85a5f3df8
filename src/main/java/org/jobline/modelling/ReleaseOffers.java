package org.jobline.modelling;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What releases have of each file, and what became of it. */
@Component
class ReleaseOffers {

  private static final Logger log = LoggerFactory.getLogger(ReleaseOffers.class);

  private final DeployedFileRepository deployed;
  private final ReleaseFileRepository released;
  private final ModellingJournal journal;
  private final Clock clock;

  ReleaseOffers(
      DeployedFileRepository deployed, ReleaseFileRepository released, ModellingJournal journal, Clock clock) {
    this.deployed = deployed;
    this.released = released;
    this.journal = journal;
    this.clock = clock;
  }

  /** Writes down what the release has, and tells what of it is to be deployed. */
  List<ReleaseFile> offer(Release release) {
    Map<String, DeployedFile> inForce = deployed.inForce();
    Map<String, ReleaseFile> known = ReleaseFile.byId(released.all());
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
            ModellingEvent.What.CONFLICT, ReleaseDeployment.APPLICATION, present.orElse(null), file, null));
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

  /** It was not deployed; what was in force stays. */
  void refuse(ReleaseFile file, String why) {
    log.error("{} of release {} was not deployed; what was in force stays: {}", file.file(), file.release(), why);
    if (!why.equals(file.refusal())) {
      released.save(file.refused(why));
      journal.append(ModellingEvent.of(ModellingEvent.What.REFUSED, ReleaseDeployment.APPLICATION,
          deployed.inForce(file.file()).orElse(null), file, why));
    }
  }

  /** What is the same in the release and in force is no matter of choice any more. */
  void settle() {
    Map<String, DeployedFile> inForce = deployed.inForce();
    released.all().stream()
        .filter(file -> file.isTaken(Optional.ofNullable(inForce.get(file.file()))))
        .filter(file -> !file.hash().equals(file.takenHash()) || file.refusal() != null)
        .forEach(file -> released.save(file.decided()));
  }
}
