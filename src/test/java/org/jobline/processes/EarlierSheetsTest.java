package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Unchecked;
import org.jobline.platform.engine.DeploymentListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Orders that were on their way when actions were still drawn in each stage, and stages found out themselves where to
 * begin: they go on in the version they are in, and call the newest sheets.
 */
@HelpdeskTest
class EarlierSheetsTest {

  private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([^\"]+)\"");
  private static final Map<String, Object> FIXED = with("whatWasDone", "Told them which switch to press");

  private final Given given;
  private final RepositoryService repository;
  private final List<DeploymentListener> listeners;
  private final List<String> deployments = new ArrayList<>();

  EarlierSheetsTest(Given given, RepositoryService repository, List<DeploymentListener> listeners) {
    this.given = given;
    this.repository = repository;
    this.listeners = listeners;
  }

  @AfterEach
  void withdraw() {
    deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    listeners.forEach(DeploymentListener::deployed);
  }

  private void deploy(Path file) {
    String diagram = read(file);
    deployments.add(Unchecked.deploy(files -> {
      files.addString("processes/" + file.getFileName(), diagram);
      Matcher form = FORM.matcher(diagram);
      List<String> added = new ArrayList<>();
      while (form.find()) {
        if (!added.contains(form.group(1))) {
          added.add(form.group(1));
          files.addString("forms/" + form.group(1) + ".form", read(Path.of("forms", form.group(1) + ".form")));
        }
      }
    }));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_order_has_its_actions_where_its_version_of_the_stage_draws_them() {
    deploy(Path.of("src/test/resources/earlier/assignment.bpmn"));
    OrderUnderTest refused = given.anAssignedOrder();
    OrderUnderTest changed = given.anAssignedOrder();
    deploy(Path.of("processes/stages/assignment.bpmn"));
    assertThat(changed.offered()).contains("change-resource", "cancel-job", "remote-fix", "no-answer")
        .doesNotHaveDuplicates();
    assertThat(changed.perform("no-answer", with())).hasStatus("1.02").isWaitingFor("assign");
    assertThat(changed.perform("information", with("kind", "information required", "text", "Which door?")))
        .hasStatus("1.01").isWaitingFor("assign");
    assertThat(changed.perform("change-resource", with("resource", "BETA"))).hasContractor("BETA");
    assertThat(changed.perform("cancel-job", with())).hasStatus("1.09");
    assertThat(refused.perform("cancel-job", with()).perform("reinstate", with("how", "to previous status")))
        .hasStatus("1.03").isWaitingFor("accept-job");
  }

  @Test
  void a_lifecycle_that_does_not_say_where_to_begin_calls_the_newest_stages() {
    deploy(Path.of("src/test/resources/earlier/reactive.bpmn"));
    OrderUnderTest fixed = given.anAssignedOrder("workType", "GAS");
    OrderUnderTest cancelled = given.anAcceptedOrder();
    deploy(Path.of("processes/lifecycles/reactive.bpmn"));
    assertThat(fixed.perform("remote-fix", FIXED)).hasStatus("5.02");
    assertThat(fixed.perform("recall-job", with("priority", "P1", "why", "Cold again"))).hasStatus("1.04");
    assertThat(fixed.perform("cancel-job", with()).perform("reinstate", with("how", "to previous status")))
        .hasStatus("1.04").isWaitingFor("assign");
    assertThat(cancelled.perform("cancel-job", with())).hasStatus("1.09");
    assertThat(cancelled.perform("reinstate", with("how", "to previous status"))).hasStatus("2.00");
  }
}
