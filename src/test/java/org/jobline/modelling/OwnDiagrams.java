package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The diagrams the application comes with, to be deployed with one of them changed. */
final class OwnDiagrams {

  private static final Map<String, byte[]> CONTENTS = new TreeMap<>();
  private static final Map<String, BpmnModelInstance> MODELS = new TreeMap<>();
  private static final InForce IN_FORCE;

  static {
    try (Stream<Path> paths = Files.walk(Path.of("processes"))) {
      paths.filter(path -> path.toString().endsWith(".bpmn")).forEach(path -> {
        CONTENTS.put(path.toString(), read(path));
        MODELS.put(path.toString(), parsed(read(path)));
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    IN_FORCE = inForce(MODELS);
  }

  private OwnDiagrams() {}

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BpmnModelInstance parsed(byte[] content) {
    return Bpmn.readModelFromStream(new ByteArrayInputStream(content));
  }

  /** Not to be changed. */
  static Map<String, BpmnModelInstance> models() {
    return MODELS;
  }

  /** All of them, deployed together. */
  static ModelFiles deployed() {
    return new ModelFiles(CONTENTS, MODELS, nothingInForce());
  }

  /** All of them, deployed together, one of them changed. */
  static ModelFiles deployedWith(String resource, Consumer<BpmnModelInstance> change) {
    Map<String, BpmnModelInstance> models = new HashMap<>(MODELS);
    models.put(resource, changed(resource, change));
    return new ModelFiles(CONTENTS, models, nothingInForce());
  }

  /** One of them deployed by itself, changed, while the others are in force as they are. */
  static ModelFiles deployedAlone(String resource, Consumer<BpmnModelInstance> change) {
    return new ModelFiles(CONTENTS, Map.of(resource, changed(resource, change)), IN_FORCE);
  }

  /** Another diagram, deployed while ours are in force. */
  static ModelFiles deployedBeside(String resource, String content) {
    return new ModelFiles(CONTENTS, Map.of(resource, parsed(content.getBytes(StandardCharsets.UTF_8))),
        IN_FORCE);
  }

  private static BpmnModelInstance changed(String resource, Consumer<BpmnModelInstance> change) {
    // what was read once is not read, and held against the schema, hundreds of times
    BpmnModelInstance model = MODELS.get(resource).clone();
    change.accept(model);
    return model;
  }

  static InForce nothingInForce() {
    return inForce(Map.of());
  }

  private static InForce inForce(Map<String, BpmnModelInstance> models) {
    Map<String, Sheet> sheets = new HashMap<>();
    models.forEach((resource, model) -> model.getModelElementsByType(Process.class).forEach(process ->
        sheets.put(process.getId(), Sheet.inForce(resource, model, process))));
    return new InForce() {
      @Override
      public Map<String, Sheet> sheets() {
        return sheets;
      }

      @Override
      public Optional<byte[]> form(String key) {
        return Optional.empty();
      }

      @Override
      public boolean hasTable(String key) {
        return true;
      }
    };
  }
}
