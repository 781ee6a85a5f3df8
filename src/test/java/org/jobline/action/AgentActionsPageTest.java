package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.order.OrderTypes;
import org.junit.jupiter.api.Test;

/** Holds docs/agent-actions.md against the deployed diagrams. */
@HelpdeskTest
class AgentActionsPageTest {

  private static final Path PAGE = Path.of("docs/agent-actions.md");

  private final Diagrams diagrams;
  private final ActionsOfTypes actions;
  private final RepositoryService repository;
  private final LifecycleStatuses statuses;
  private final OrderTypes types;

  AgentActionsPageTest(
      Diagrams diagrams, ActionsOfTypes actions, RepositoryService repository, LifecycleStatuses statuses, OrderTypes types) {
    this.actions = actions;
    this.diagrams = diagrams;
    this.repository = repository;
    this.statuses = statuses;
    this.types = types;
  }

  @Test
  void the_page_shows_what_the_diagrams_offer() throws IOException {
    String text = new AgentActionsPage(actions, repository, statuses, types).text();
    if ("write".equals(System.getProperty("jobline.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, text);
    }
    assertThat(PAGE)
        .as("write it anew with mvn test -Dtest=AgentActionsPageTest -Djobline.docs=write")
        .hasContent(text);
  }

  @Test
  void every_action_says_in_which_statuses_it_is_offered() {
    assertThat(diagrams.newest()).allSatisfy(action -> assertThat(action.offeredIn().toString()).isNotEmpty());
  }
}
