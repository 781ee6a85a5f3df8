package org.jobline.modelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The diagrams, tables, forms and translations an application comes with.
 *
 * @param version the application's own, with a mark of its files: development changes files and not the version
 * @param files contents, under names that are the same in an IDE and in a jar
 */
record Release(String version, Map<String, byte[]> files) {

  private static final int MARK = 8;

  static Release of(String version, Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder();
    new TreeMap<>(files).forEach((name, content) -> all.append(name).append(DefinitionFile.hash(content)));
    String mark = DefinitionFile.hash(all.toString().getBytes(StandardCharsets.UTF_8));
    return new Release(version + "+" + mark.substring(0, MARK), Map.copyOf(files));
  }

  static Release ofThisApplication(String version) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    read(files, "processes", "classpath*:processes/**/*.bpmn");
    read(files, "processes", "classpath*:processes/**/*.dmn");
    read(files, "forms", "classpath*:forms/*.form");
    read(files, "forms", "classpath*:forms/texts.*.json");
    return of(version, files);
  }

  private static void read(Map<String, byte[]> files, String folder, String pattern) throws IOException {
    for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      String url = resource.getURL().toString();
      try (InputStream content = resource.getInputStream()) {
        files.put(url.substring(url.lastIndexOf("/" + folder + "/") + 1), content.readAllBytes());
      }
    }
  }
}
