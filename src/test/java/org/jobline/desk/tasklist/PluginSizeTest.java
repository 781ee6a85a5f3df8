package org.jobline.desk.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the desk adds to what a browser loads for Tasklist. */
class PluginSizeTest {

  private static final String TASKLIST = "classpath*:META-INF/resources/webjars/camunda/app/tasklist/";
  private static final int MAX_BYTES = 200_000;

  @Test
  void the_desk_adds_less_than_200_kilobytes() throws IOException {
    long scripts = 0;
    for (Resource script : new PathMatchingResourcePatternResolver().getResources(TASKLIST + "scripts/jobline/**")) {
      scripts += compressed(script);
    }
    long styles = 0;
    for (Resource style : new PathMatchingResourcePatternResolver().getResources(TASKLIST + "styles/user-styles.css")) {
      styles += compressed(style);
    }
    assertThat(scripts).as("is lit-html among them?").isGreaterThan(10_000);
    assertThat(scripts + styles).isLessThan(MAX_BYTES);
  }

  private static long compressed(Resource file) throws IOException {
    if (!file.isReadable() || file.contentLength() == 0) {
      return 0;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(file.getContentAsByteArray());
    }
    return compressed.size();
  }
}
