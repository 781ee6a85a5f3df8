package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Unchecked;
import org.jobline.platform.engine.DeploymentListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the desk when a diagram was deployed that nobody can read, from before diagrams were checked. */
@HelpdeskTest
class UnreadableDiagramsTest {

  private final Given given;
  private final ApiClient api;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final UnreadableDiagrams unreadable;
  private final List<DeploymentListener> listeners;
  private String deployment;

  UnreadableDiagramsTest(
      Given given, ApiClient api, RepositoryService repository, RuntimeService runtime, UnreadableDiagrams unreadable,
      List<DeploymentListener> listeners) {
    this.given = given;
    this.api = api;
    this.repository = repository;
    this.runtime = runtime;
    this.unreadable = unreadable;
    this.listeners = listeners;
  }

  @BeforeEach
  void start() {
    unreadable.ready();
  }

  @AfterEach
  void withdraw() {
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
      listeners.forEach(DeploymentListener::deployed);
    }
  }

  private void deploy(String file, String text, String other, String... forms) {
    deployment = Unchecked.deploy(files -> {
      String diagram = read(file);
      Assertions.assertThat(diagram).contains(text);
      files.addString(file, diagram.replaceFirst(Pattern.quote(text), other));
      for (String form : forms) {
        files.addString(form, read(form));
      }
    });
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "name=\"menu\" value=\"Agent,In,Out\" => name=\"menu\" value=\"Phone\"",
      "name=\"offeredIn\" value=\"*\" => name=\"offeredIn\" value=\"banana\"",
      "name=\"menu\" value=\"Agent,In,Out\" => name=\"offeredIf\" value=\"raining\"",
      "name=\"menu\" value=\"Agent,In,Out\" => name=\"types\" value=\"REPAIR\"",
      "formRef=\"add-notes-public\" => formRef=\"Add Notes\"",
      "<bpmn:userTask id=\"addNotesPublic\" name=\"Add Notes - Public\" => <bpmn:userTask id=\"addNotesPublic\"",
  })
  void a_sheet_nobody_can_read_is_left_out_and_all_others_go_on(String text, String other) {
    OrderUnderTest order = given.anAssignedOrder();
    deploy("processes/actions/notes.bpmn", text, other, "forms/add-notes-public.form");

    Assertions.assertThat(order.offered()).contains("accept-job", "meter-reading")
        .doesNotContain("add-notes-public", "add-notes-private");
    Assertions.assertThat(order.notOffered(Given.AGENT)).isNotEmpty();
    Assertions.assertThat(api.call(ApiClient.post(ApiClient.performing(order.number(), "add-notes-public"),
        with("fields", with("text", "a")))).status()).isEqualTo(404);
    assertThat(order.perform("accept-job", with())).hasStatus("2.00");
    assertThat(given.anAcceptedOrder()).hasStatus("2.00");
    await().untilAsserted(() -> Assertions.assertThat(incidents()).anySatisfy(incident ->
        Assertions.assertThat(incident.getIncidentMessage()).contains("The diagram notes:", "cannot be read")));

    withdraw();
    deployment = null;
    assertThat(order.perform("add-notes-public", with("text", "Here again"))).hasLastEvent("add-notes-public");
    unreadable.look();
    Assertions.assertThat(incidents()).isEmpty();
  }

  private List<Incident> incidents() {
    return runtime.createIncidentQuery().incidentType(UnreadableDiagrams.INCIDENT).list();
  }

  @Test
  void an_order_that_comes_to_it_stays_where_it_is_and_is_told_why() {
    OrderUnderTest there = given.anAssignedOrder();
    deploy("processes/stages/assignment.bpmn", "name=\"offeredIn\" value=\"", "name=\"offeredIn\" value=\"banana",
        "forms/assign.form", "forms/accept-job.form");
    OrderUnderTest order = given.aLoggedOrder();
    List<Object> before = order.picture();

    ApiClient.Answer answer = api.call(ApiClient.post(ApiClient.performing(order.number(), "allocate-resource"),
        with("resource", "ALPHA", "scheduleKind", "up to SLA")));
    Assertions.assertThat(answer.status()).isEqualTo(409);
    Assertions.assertThat(answer.problem()).isEqualTo("diagram-fault");
    Assertions.assertThat(answer.body()).contains("assignment:", "process owner");
    Assertions.assertThat(order.picture()).isEqualTo(before);
    Assertions.assertThat(order.offered()).contains("allocate-resource");
    // what runs by the version before is not concerned
    assertThat(there.perform("accept-job", with())).hasStatus("2.00");
  }

  @Test
  void a_task_without_a_form_cannot_be_completed_on_an_order() {
    deploy("processes/stages/assignment.bpmn",
        "camunda:formRef=\"accept-job\" camunda:formRefBinding=\"deployment\"", "", "forms/assign.form");
    OrderUnderTest order = given.anOrderPendingAssign();
    order.perform("assign", with("how", "by phone", "spokeTo", "Dispatch"));
    List<Object> before = order.picture();
    String task = order.openTasks().get(0);
    assertThatThrownBy(() -> order.complete(task, with()))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("has no form");
    Assertions.assertThat(order.picture()).isEqualTo(before);
  }
}
