package org.jobline.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The page docs/modules.md: the modules of the product, what each is for, and which use which. */
class ModulesPage {

  private static final String START = """
      # Modules

      The packages directly below `org.jobline`, read from the code; do not edit. When they change, run
      `mvn test -Dtest=ModulesTest -Djobline.docs=write` and commit the result. An arrow points to what a module uses;
      what it uses by way of another one is left out. There is no circle, and a test holds that.

      """;

  private final Map<String, ApplicationModule> modules;
  private final Map<String, Set<String>> uses = new TreeMap<>();

  ModulesPage(ApplicationModules all) {
    modules = all.stream().collect(Collectors.toMap(
        module -> module.getIdentifier().toString(), module -> module, (one, other) -> one, TreeMap::new));
    modules.forEach((name, module) -> uses.put(name, module.getDirectDependencies(all).uniqueModules()
        .map(used -> used.getIdentifier().toString())
        .collect(Collectors.toCollection(TreeSet::new))));
  }

  String text() {
    return START + diagram() + "\n" + table();
  }

  private String diagram() {
    StringBuilder diagram = new StringBuilder("```mermaid\nflowchart TD\n");
    modules.forEach((name, module) -> diagram.append("  ").append(name)
        .append("[\"").append(module.getDisplayName()).append("\"]\n"));
    uses.forEach((name, used) -> used.stream().filter(other -> !usesByWayOfAnother(name, other))
        .forEach(other -> diagram.append("  ").append(name).append(" --> ").append(other).append('\n')));
    return diagram.append("```\n").toString();
  }

  private boolean usesByWayOfAnother(String name, String other) {
    return uses.get(name).stream()
        .filter(between -> !between.equals(other))
        .anyMatch(between -> reaches(between, other));
  }

  private boolean reaches(String name, String other) {
    return uses.get(name).contains(other) || uses.get(name).stream().anyMatch(next -> reaches(next, other));
  }

  private String table() {
    StringBuilder table = new StringBuilder("| Module | Packages | What it is for |\n|---|---|---|\n");
    modules.forEach((name, module) -> table.append("| `").append(name).append("` | ")
        .append(packages(name)).append(" | ").append(purpose(name)).append(" |\n"));
    return table.toString();
  }

  private static String packages(String module) {
    Path folder = folder(module);
    try (var files = Files.walk(folder)) {
      List<String> names = files.filter(file -> !file.equals(folder) && Files.isDirectory(file))
          .map(file -> "`" + folder.relativize(file) + "`").sorted(Comparator.naturalOrder()).toList();
      return String.join(", ", names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The comment of its package, as text. */
  private static String purpose(String module) {
    try {
      String text = Files.readString(folder(module).resolve("package-info.java"));
      return text.substring(text.indexOf("/**") + 3, text.indexOf("*/"))
          .replaceAll("\\s*\\n \\* ?", " ")
          .replaceAll("\\{@(?:code|link) (?:org\\.jobline\\.[a-z.]+)?([^}]*)}", "`$1`")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String module) {
    return Path.of("src/main/java/org/jobline", module);
  }
}
