package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files the application comes with, by the names they are deployed under, and changes of them. */
final class OurFiles {

  private static final Pattern DEPLOYED = Pattern.compile(".*\\.(?:bpmn|dmn|form)|forms/texts\\..*\\.json");
  private static final OurFiles ALL = read();
  private static final InForce NO_FILES = new InForceOf(Map.of(), Map.of(), Map.of());
  private static final InForce ALL_IN_FORCE = ALL.asInForce();

  private final Map<String, byte[]> contents;

  private OurFiles(Map<String, byte[]> contents) {
    this.contents = contents;
  }

  private record InForceOf(
      Map<String, Sheet> sheets, Map<String, byte[]> forms, Map<String, byte[]> tables) implements InForce {

    @Override
    public Optional<byte[]> form(String key) {
      return Optional.ofNullable(forms.get("forms/" + key + ".form"));
    }

    @Override
    public boolean hasTable(String key) {
      return tables.containsKey("processes/decisions/" + key + ".dmn");
    }
  }

  static OurFiles all() {
    return ALL;
  }

  private static OurFiles read() {
    Map<String, byte[]> contents = new TreeMap<>();
    for (String folder : List.of("processes", "forms")) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path : paths.filter(path -> DEPLOYED.matcher(path.toString()).matches()).toList()) {
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

  /** As a deployment into an empty engine. */
  ModelFiles deployedAlone() {
    return ModelRules.files(contents, NO_FILES);
  }

  /** What differs from our own files, as a deployment that joins these. */
  ModelFiles deployed() {
    Map<String, byte[]> changed = new TreeMap<>(contents);
    changed.entrySet().removeIf(file -> Arrays.equals(file.getValue(), ALL.contents.get(file.getKey())));
    return ModelRules.files(changed, ALL_IN_FORCE);
  }

  /** As a deployment that joins others, which are in force. */
  ModelFiles joining(OurFiles inForce) {
    return ModelRules.files(contents, inForce.asInForce());
  }

  InForce asInForce() {
    Map<String, Sheet> sheets = new TreeMap<>();
    deployedAlone().sheets().forEach((key, sheet) ->
        sheets.put(key, Sheet.inForce(sheet.resource(), sheet.model(), sheet.process())));
    return new InForceOf(sheets, contents, contents);
  }
}
