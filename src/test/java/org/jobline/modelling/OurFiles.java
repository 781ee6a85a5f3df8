package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files the application comes with, by the names they are deployed under, and changes of them. */
final class OurFiles {

  static final InForce NOTHING = new InForce() {

    @Override
    public Map<String, Diagram> diagrams() {
      return Map.of();
    }

    @Override
    public Optional<byte[]> form(String key) {
      return Optional.empty();
    }

    @Override
    public boolean hasTable(String key) {
      return false;
    }
  };

  private final Map<String, byte[]> contents;

  private OurFiles(Map<String, byte[]> contents) {
    this.contents = contents;
  }

  static OurFiles all() {
    Map<String, byte[]> contents = new TreeMap<>();
    for (String folder : List.of("processes", "forms")) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path : paths.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)")).toList()) {
          contents.put(path.toString(), Files.readAllBytes(path));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new OurFiles(contents);
  }

  /** With a text of one file replaced, which must be there. */
  OurFiles with(String file, String text, String other) {
    String before = text(file);
    assertThat(before).contains(text);
    return with(file, before.replace(text, other));
  }

  OurFiles with(String file, String content) {
    Map<String, byte[]> changed = new TreeMap<>(contents);
    changed.put(file, content.getBytes(StandardCharsets.UTF_8));
    return new OurFiles(changed);
  }

  OurFiles without(String file) {
    Map<String, byte[]> changed = new TreeMap<>(contents);
    assertThat(changed.remove(file)).isNotNull();
    return new OurFiles(changed);
  }

  OurFiles only(String file) {
    return new OurFiles(Map.of(file, contents.get(file)));
  }

  OurFiles renamed(String file, String name) {
    Map<String, byte[]> changed = new TreeMap<>(contents);
    changed.put(name, changed.remove(file));
    return new OurFiles(changed);
  }

  String text(String file) {
    return new String(contents.get(file), StandardCharsets.UTF_8);
  }

  Map<String, byte[]> contents() {
    return contents;
  }

  ModelFiles deployed() {
    return ModelRules.files(contents, NOTHING);
  }

  /** As a deployment that joins others, which are in force. */
  ModelFiles joining(OurFiles inForce) {
    ModelFiles others = inForce.deployed();
    Map<String, InForce.Diagram> diagrams = new TreeMap<>();
    others.sheets().forEach((key, sheet) -> diagrams.put(key, new InForce.Diagram(sheet.resource(), sheet.model())));
    return ModelRules.files(contents, new InForce() {

      @Override
      public Map<String, Diagram> diagrams() {
        return diagrams;
      }

      @Override
      public Optional<byte[]> form(String key) {
        return others.form(key);
      }

      @Override
      public boolean hasTable(String key) {
        return others.contents().containsKey("processes/decisions/" + key + ".dmn");
      }
    });
  }
}
