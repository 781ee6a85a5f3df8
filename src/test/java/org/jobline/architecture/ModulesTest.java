package org.jobline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jobline.JoblineApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the product: what each of them lets others see, and that they form no circle. */
class ModulesTest {

  private static final Path PAGE = Path.of("docs/modules.md");

  private final ApplicationModules modules = ApplicationModules.of(JoblineApplication.class);

  @Test
  void modules_use_each_other_by_what_they_show_and_in_no_circle() {
    modules.verify();
  }

  @Test
  void number_of_modules_is_limited() {
    assertThat(modules.stream().count()).isLessThanOrEqualTo(16);
  }

  @Test
  void the_page_shows_the_modules() throws IOException {
    String text = new ModulesPage(modules).text();
    if ("write".equals(System.getProperty("jobline.docs"))) {
      Files.writeString(PAGE, text);
    }
    assertThat(PAGE)
        .as("write it again with mvn test -Dtest=ModulesTest -Djobline.docs=write")
        .hasContent(text);
  }
}
