package org.jobline.modelling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jobline.platform.engine.FilesInForce;
import org.jobline.platform.engine.NewDeployment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A form is one file for all diagrams that name it, and belongs to the deployment of each. So a deployment gets the
 * forms in force that its diagrams lack, and a changed form brings the diagrams in force that use it: nothing that was
 * deployed stays without effect, and no diagram without a form.
 */
@Component
class FileRegister implements FilesInForce {

  private static final String APPLICATION = "jobline";

  private final DeployedFileRepository deployed;
  private final ModellingJournal journal;

  FileRegister(DeployedFileRepository deployed, ModellingJournal journal) {
    this.deployed = deployed;
    this.journal = journal;
  }

  @Override
  public Map<String, byte[]> completing(Map<String, byte[]> files) {
    Map<String, DefinitionFile> present = new TreeMap<>();
    files.forEach((name, content) -> {
      DefinitionFile file = DefinitionFile.of(name, content);
      file.ids().forEach(id -> present.put(id, file));
    });
    Snapshot inForce = inForce();
    Map<String, DefinitionFile> whole = new TreeMap<>(present);
    inForce.diagrams().stream()
        .filter(diagram -> !present.containsKey(diagram.file()) && isReached(diagram, present, inForce))
        .map(this::content)
        .forEach(diagram -> diagram.ids().forEach(id -> whole.putIfAbsent(id, diagram)));
    whole.values().stream().flatMap(file -> file.forms().stream()).distinct().toList().forEach(form ->
        inForce.file(form).ifPresent(file -> whole.computeIfAbsent(form, missing -> content(file))));
    Map<String, byte[]> added = new HashMap<>();
    whole.forEach((id, file) -> {
      if (!present.containsKey(id)) {
        added.put(files.containsKey(file.name()) ? "in-force/" + file.name() : file.name(), file.content());
      }
    });
    return added;
  }

  private static boolean isReached(DeployedFile diagram, Map<String, DefinitionFile> present, Snapshot inForce) {
    return diagram.forms().stream()
        .anyMatch(form -> Optional.ofNullable(present.get(form))
            .filter(file -> !file.hash().equals(inForce.bound(diagram, form))).isPresent());
  }

  private DefinitionFile content(DeployedFile file) {
    return DefinitionFile.of(file.name(), deployed.content(file.hash()));
  }

  @Override
  public boolean isInForce(String name, byte[] content) {
    DefinitionFile file = DefinitionFile.of(name, content);
    Snapshot inForce = inForce();
    return !file.ids().isEmpty() && file.ids().stream().allMatch(id -> inForce.file(id)
        .filter(present -> present.hash().equals(file.hash()))
        .filter(inForce::hasItsForms)
        .isPresent())
        && (!file.isForm() || inForce.diagrams().stream()
            .filter(diagram -> diagram.forms().containsAll(file.ids()))
            .allMatch(inForce::hasItsForms));
  }

  /** The files in force, and the forms that the diagrams among them have. */
  Snapshot inForce() {
    Map<String, DeployedFile> files = deployed.inForce();
    return new Snapshot(
        files, deployed.forms(files.values().stream().map(DeployedFile::deployment).distinct().toList()));
  }

  /** @param boundForms hashes by deployment and form */
  record Snapshot(Map<String, DeployedFile> files, Map<String, Map<String, String>> boundForms) {

    Optional<DeployedFile> file(String id) {
      return Optional.ofNullable(files.get(id));
    }

    Collection<DeployedFile> diagrams() {
      return files.values().stream().filter(DeployedFile::isDiagram).toList();
    }

    /** Hash of the form that a diagram shows; null when it has none. */
    @Nullable String bound(DeployedFile diagram, String form) {
      return boundForms.getOrDefault(diagram.deployment(), Map.of()).get(form);
    }

    /** Whether a diagram shows the forms in force. */
    boolean hasItsForms(DeployedFile diagram) {
      return diagram.forms().stream()
          .allMatch(form -> file(form).map(file -> file.hash().equals(bound(diagram, form))).orElse(true));
    }

    /** Whether a diagram lacks a form that is in force. */
    boolean lacksForms(DeployedFile diagram) {
      return diagram.forms().stream().anyMatch(form -> files.containsKey(form) && bound(diagram, form) == null);
    }
  }

  @Override
  public void register(NewDeployment deployment) {
    Map<String, DeployedFile> before = deployed.inForce();
    deployment.files().forEach(file -> {
      DefinitionFile content = DefinitionFile.of(file.name(), file.content());
      content.ids().forEach(id -> version(id, file).ifPresent(version ->
          register(deployment, content, id, version, before.get(id))));
    });
  }

  private void register(
      NewDeployment deployment, DefinitionFile file, String id, int version, @Nullable DeployedFile before) {
    String hash = file.hash();
    deployed.keep(hash, file.content());
    DeployedFile same = before != null && before.hash().equals(hash) ? before : null;
    String who = same == null ? deployment.user().orElse(APPLICATION) : same.changedBy();
    Instant when = same == null ? deployment.at() : same.changedAt();
    String release = same == null ? deployed.release(id, hash).orElse(null) : same.release();
    DeployedFile row = new DeployedFile(
        id, file.name(), hash, version, deployment.id(), deployment.at(), who, when, release, file.forms());
    deployed.add(row);
    if (same == null && deployment.user().isPresent()) {
      journal.append(ModellingEvent.of(ModellingEvent.What.DEPLOYED, who, before, row, null));
    }
  }

  /** Empty for what the engine took no notice of, such as a process that is not executable. */
  private Optional<Integer> version(String id, NewDeployment.File file) {
    if (DefinitionFile.isTranslation(id)) {
      // the engine takes no notice of it
      return Optional.of(deployed.nextVersion(id));
    }
    if (id.endsWith(DefinitionFile.FORM)) {
      return file.versions().values().stream().findFirst();
    }
    String key = id.substring(0, id.lastIndexOf('.'));
    return Optional.ofNullable(file.versions().get(key));
  }
}
