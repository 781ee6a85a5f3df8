package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Incident;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a process owner deployed, and what the next release does to it. */
@HelpdeskTest
@ExtendWith(OutputCaptureExtension.class)
class ReleaseServiceTest {

  private static final Agent OWNER = new Agent("owner", Set.of("process-owner"));
  private static final String ASSIGNMENT = "processes/stages/assignment.bpmn";
  private static final String NOTES = "processes/actions/notes.bpmn";
  private static final String TARGETS = "processes/decisions/sla-targets.dmn";
  private static final String GERMAN = "forms/texts.de.json";
  private static final String ACCEPT = "forms/accept-job.form";

  private final ReleaseAtStart start;
  private final ReleaseReviewService choices;
  private final EarlierDeployments earlier;
  private final DeployedFileRepository deployed;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final IdentityService identity;
  private final PlatformTransactionManager transactions;
  private final JdbcClient jdbc;
  private final Given given;
  private final ApiClient api;
  private Map<String, byte[]> ours;

  ReleaseServiceTest(
      ReleaseAtStart start, ReleaseReviewService choices, EarlierDeployments earlier, DeployedFileRepository deployed,
      RepositoryService repository, RuntimeService runtime, IdentityService identity,
      PlatformTransactionManager transactions, JdbcClient jdbc, Given given, ApiClient api) {
    this.start = start;
    this.choices = choices;
    this.earlier = earlier;
    this.deployed = deployed;
    this.repository = repository;
    this.runtime = runtime;
    this.identity = identity;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.given = given;
    this.api = api;
  }

  @BeforeEach
  void startWithOurOwnFiles() throws IOException {
    ours = new HashMap<>(Release.ofThisApplication("test").files());
    backToOurOwnFiles();
  }

  @AfterEach
  void backToOurOwnFiles() {
    release(ours);
    choices.files().stream()
        .filter(file -> file.state() != ReleaseReviewService.State.AS_RELEASED
            && file.state() != ReleaseReviewService.State.OWN)
        .forEach(file -> choices.take("test", file.file(), null));
  }

  private void release(Map<String, byte[]> files) {
    start.bring(Release.of("test", files));
  }

  private Map<String, byte[]> releaseWith(String file, String before, String after) {
    Map<String, byte[]> files = new HashMap<>(ours);
    files.put(file, changed(file, before, after));
    return files;
  }

  private byte[] changed(String file, String before, String after) {
    String text = new String(ours.get(file), StandardCharsets.UTF_8);
    assertThat(text).contains(before);
    return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
  }

  /** In pairs of name and content, without folders as the Modeler sends them. */
  private String ownerDeploys(Object... files) {
    DeploymentBuilder builder = repository.createDeployment().name("the owner's").source("Camunda Modeler")
        .enableDuplicateFiltering(true);
    for (int i = 0; i < files.length; i += 2) {
      String name = (String) files[i];
      builder.addInputStream(
          name.substring(name.lastIndexOf('/') + 1), new ByteArrayInputStream((byte[]) files[i + 1]));
    }
    identity.setAuthentication("owner", List.of("process-owner"));
    try {
      return builder.deploy().getId();
    } finally {
      identity.clearAuthentication();
    }
  }

  private Map<String, Integer> versions() {
    Map<String, Integer> versions = new HashMap<>();
    repository.createProcessDefinitionQuery().latestVersion().list()
        .forEach(definition -> versions.put(definition.getKey(), definition.getVersion()));
    repository.createDecisionDefinitionQuery().latestVersion().list()
        .forEach(definition -> versions.put(definition.getKey(), definition.getVersion()));
    return versions;
  }

  private String inForce(String process) throws IOException {
    String id = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult()
        .getId();
    return new String(repository.getProcessModel(id).readAllBytes(), StandardCharsets.UTF_8);
  }

  private String shown(OrderUnderTest order, String action) {
    return api.get("/api/work-orders/" + order.number() + "/actions/" + action + "/form").toString();
  }

  private ReleaseReviewService.FileView file(String id) {
    return choices.files().stream().filter(file -> file.file().equals(id)).findFirst().orElseThrow();
  }

  private Stream<Incident> incidents() {
    return runtime.createIncidentQuery().incidentType("releaseConflict").list().stream();
  }

  private ApiClient.Answer post(String path) {
    return api.call(OWNER, MockMvcRequestBuilders.post("/api/modelling/" + path));
  }

  // A release beside the owner's changes

  @Test
  void release_deploys_only_what_it_changed() {
    Map<String, Integer> before = versions();
    release(releaseWith("forms/add-notes-public.form", "\"label\": \"Note\"", "\"label\": \"What is it?\""));
    Map<String, Integer> after = versions();
    assertThat(after).containsEntry("notes", before.get("notes") + 1);
    after.remove("notes");
    before.remove("notes");
    assertThat(after).isEqualTo(before);
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(shown(order, "add-notes-public")).contains("What is it?");
    assertThat(shown(order, "add-notes-private")).contains("Private note");
  }

  @Test
  void restart_deploys_nothing() {
    release(releaseWith("forms/add-notes-public.form", "\"label\": \"Note\"", "\"label\": \"What is it?\""));
    Map<String, Integer> before = versions();
    release(releaseWith("forms/add-notes-public.form", "\"label\": \"Note\"", "\"label\": \"What is it?\""));
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void owners_diagram_and_table_stay_in_force_when_a_release_changes_a_label() throws IOException {
    ownerDeploys(ASSIGNMENT, changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes"));
    ownerDeploys(TARGETS, changed(TARGETS, "\"PT4H\"", "\"PT7H\""));
    int targets = versions().get("sla-targets");

    release(releaseWith(ACCEPT, "\"label\": \"Accepted by\"", "\"label\": \"Who said yes?\""));

    assertThat(inForce("assignment")).contains("1.x3 Waiting for a yes");
    assertThat(versions()).containsEntry("sla-targets", targets);
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(order.present().status().name()).isEqualTo("Waiting for a yes");
    assertThat(shown(order, "accept-job")).contains("Who said yes?");
    assertThat(choices.conflicts()).isEmpty();
    assertThat(file("assignment.bpmn").state()).isEqualTo(ReleaseReviewService.State.CHANGED);
    assertThat(file("assignment.bpmn").changedBy()).isEqualTo("owner");
    assertThat(file("accept-job.form").release()).startsWith("test+");
  }

  @Test
  void file_changed_by_both_stays_the_owners_and_is_reported(CapturedOutput log) throws IOException {
    ownerDeploys(ASSIGNMENT, changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes"));
    Map<String, byte[]> next = releaseWith(ASSIGNMENT, "1.x4 Pending assign", "1.x4 Still unassigned");

    release(next);
    release(next);

    assertThat(inForce("assignment")).contains("1.x3 Waiting for a yes").doesNotContain("1.x4 Still unassigned");
    assertThat(log).contains("[assignment.bpmn]").contains("GET /api/modelling/conflicts");
    assertThat(incidents()).singleElement().satisfies(incident -> {
      assertThat(incident.getConfiguration()).isEqualTo("assignment.bpmn");
      assertThat(incident.getIncidentMessage()).contains("so did owner");
    });
    JsonNode conflicts = api.get(OWNER, "/api/modelling/conflicts");
    assertThat(conflicts).hasSize(1);
    assertThat(conflicts.at("/0/file").asText()).isEqualTo("assignment.bpmn");
    assertThat(conflicts.at("/0/state").asText()).isEqualTo("CONFLICT");
    assertThat(conflicts.at("/0/changedBy").asText()).isEqualTo("owner");
    assertThat(conflicts.at("/0/differences").toString())
        .contains("Waiting for a yes").contains("1.x4 Still unassigned");
    assertThat(choices.events(Optional.of("assignment.bpmn")).stream().limit(2))
        .extracting(ModellingEvent::what)
        .containsExactly(ModellingEvent.What.CONFLICT, ModellingEvent.What.DEPLOYED);
  }

  @Test
  void owners_translation_is_in_force_until_they_take_another() {
    ownerDeploys(GERMAN, changed(GERMAN, "\"Auftrag annehmen\"", "\"Auftrag zusagen\""));
    assertThat(inGerman("Accept Job")).isEqualTo("Auftrag zusagen");
    assertThat(file("texts.de.json").state()).isEqualTo(ReleaseReviewService.State.CHANGED);
    assertThat(file("texts.de.json").differences())
        .containsExactly(new Difference("actions: Accept Job", "Auftrag zusagen", "Auftrag annehmen"));

    release(releaseWith(GERMAN, "\"Beauftragen\"", "\"Zuteilen\""));
    assertThat(inGerman("Assign")).isEqualTo("Beauftragen");
    assertThat(choices.conflicts()).extracting(ReleaseReviewService.FileView::file).containsExactly("texts.de.json");

    int version = file("texts.de.json").version();
    assertThat(post("texts.de.json/take?reason=better").status()).isEqualTo(200);
    assertThat(inGerman("Assign")).isEqualTo("Zuteilen");
    assertThat(post("texts.de.json/restore?version=" + version).status()).isEqualTo(200);
    assertThat(inGerman("Accept Job")).isEqualTo("Auftrag zusagen");
    assertThat(api.get("/api/translations/fr").at("/actions").properties()).isEmpty();
  }

  private String inGerman(String action) {
    return api.get("/api/translations/de").path("actions").path(action).asText();
  }

  @Test
  void owner_takes_the_releases_version() throws IOException {
    ownerDeploys(ASSIGNMENT, changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes"));
    release(releaseWith(ASSIGNMENT, "1.x4 Pending assign", "1.x4 Still unassigned"));

    ApiClient.Answer answer = post("assignment.bpmn/take?reason=better");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.content()).containsEntry("state", "AS_RELEASED").containsEntry("changedBy", "owner");
    assertThat(inForce("assignment")).contains("1.x4 Still unassigned").doesNotContain("Waiting for a yes");
    assertThat(choices.conflicts()).isEmpty();
    assertThat(incidents()).isEmpty();
    JsonNode event = api.get(OWNER, "/api/modelling/events?file=assignment.bpmn").get(0);
    assertThat(event.at("/what").asText()).isEqualTo("TAKEN");
    assertThat(event.at("/who").asText()).isEqualTo("owner");
    assertThat(event.at("/reason").asText()).isEqualTo("better");
    assertThat(event.at("/toVersion").asInt()).isEqualTo(event.at("/fromVersion").asInt() + 1);
    assertThat(post("assignment.bpmn/take").problem()).isEqualTo("nothing-to-take");
  }

  @Test
  void owner_keeps_their_own_version() throws IOException {
    ownerDeploys(ASSIGNMENT, changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes"));
    Map<String, byte[]> next = releaseWith(ASSIGNMENT, "1.x4 Pending assign", "1.x4 Still unassigned");
    release(next);
    int version = versions().get("assignment");

    assertThat(post("assignment.bpmn/restore?version=" + version).status()).isEqualTo(200);
    release(next);

    assertThat(versions()).containsEntry("assignment", version);
    assertThat(inForce("assignment")).contains("Waiting for a yes");
    assertThat(choices.conflicts()).isEmpty();
    assertThat(incidents()).isEmpty();
    assertThat(post("assignment.bpmn/restore?version=" + version).problem()).isEqualTo("already-in-force");
  }

  @Test
  void conflict_is_over_when_the_next_release_has_the_owners_version() {
    byte[] own = changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes");
    ownerDeploys(ASSIGNMENT, own);
    release(releaseWith(ASSIGNMENT, "1.x4 Pending assign", "1.x4 Still unassigned"));
    assertThat(choices.conflicts()).hasSize(1);
    Map<String, byte[]> next = new HashMap<>(ours);
    next.put(ASSIGNMENT, own);

    release(next);

    assertThat(choices.conflicts()).isEmpty();
    assertThat(incidents()).isEmpty();
    assertThat(file("assignment.bpmn").state()).isEqualTo(ReleaseReviewService.State.AS_RELEASED);
  }

  @Test
  void earlier_version_is_restored_with_its_forms() throws IOException {
    int first = versions().get("assignment");
    ownerDeploys(
        ASSIGNMENT, changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes"),
        ACCEPT, changed(ACCEPT, "\"label\": \"Accepted by\"", "\"label\": \"Who said yes?\""));
    assertThat(shown(given.anAssignedOrder(), "accept-job")).contains("Who said yes?");

    ApiClient.Answer answer = post("assignment.bpmn/restore?version=" + first);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(inForce("assignment")).contains("1.x3 Pending acceptance");
    assertThat(shown(given.anAssignedOrder(), "accept-job")).contains("Accepted by").doesNotContain("Who said yes?");
    assertThat(choices.events(Optional.of("accept-job.form")).get(0).what())
        .isEqualTo(ModellingEvent.What.RESTORED);
  }

  @Test
  void unknown_files_and_versions_are_refused() {
    assertThat(post("nothing.bpmn/take").status()).isEqualTo(404);
    assertThat(post("nothing.bpmn/restore?version=1").status()).isEqualTo(404);
    assertThat(post("notes.bpmn/take").status()).isEqualTo(409);
    assertThat(post("notes.bpmn/restore?version=999").content()).containsEntry("status", 409)
        .extractingByKey("detail").asString().contains("There is no version 999 of notes.bpmn");
    assertThat(post("notes.bpmn/restore").status()).isEqualTo(422);
  }

  @Test
  void broken_file_of_a_release_does_not_keep_the_others_out() throws IOException {
    Map<String, byte[]> next = releaseWith(ACCEPT, "\"label\": \"Accepted by\"", "\"label\": \"Who said yes?\"");
    next.put(NOTES, changed(NOTES, "<bpmn:startEvent ", "<bpmn:startTheEvent "));
    int notes = versions().get("notes");

    release(next);

    assertThat(shown(given.anAssignedOrder(), "accept-job")).contains("Who said yes?");
    assertThat(versions()).containsEntry("notes", notes);
    assertThat(choices.conflicts()).singleElement().satisfies(file -> {
      assertThat(file.file()).isEqualTo("notes.bpmn");
      assertThat(file.state()).isEqualTo(ReleaseReviewService.State.REFUSED);
      assertThat(file.newest().refusal()).contains("startTheEvent");
    });
    assertThat(incidents()).singleElement()
        .satisfies(incident -> assertThat(incident.getConfiguration()).isEqualTo("notes.bpmn"));
    assertThat(post("notes.bpmn/take").problem()).isEqualTo("not-deployable");
    given.aLoggedOrder().perform("add-notes-public", with("text", "still here"));
  }

  @Test
  void of_two_nodes_that_start_at_once_one_deploys() {
    Map<String, byte[]> next = releaseWith(ACCEPT, "\"label\": \"Accepted by\"", "\"label\": \"Who said yes?\"");
    int before = versions().get("assignment");
    CompletableFuture.allOf(IntStream.range(0, 2)
        .mapToObj(node -> CompletableFuture.runAsync(() -> release(next)))
        .toArray(CompletableFuture[]::new)).join();
    assertThat(versions()).containsEntry("assignment", before + 1);
  }

  @Test
  void owners_changes_from_before_the_register_are_found() {
    ownerDeploys(ASSIGNMENT, changed(ASSIGNMENT, "1.x3 Pending acceptance", "1.x3 Waiting for a yes"));
    // as the application deployed everything then
    DeploymentBuilder all = repository.createDeployment().name("jobline").source("process application");
    ours.forEach((name, content) -> all.addInputStream(name, new ByteArrayInputStream(content)));
    all.deploy();
    ownerDeploys(TARGETS, changed(TARGETS, "\"PT4H\"", "\"PT7H\""));

    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      jdbc.sql("delete from release_file").update();
      jdbc.sql("delete from deployed_file").update();
      earlier.register();
      assertThat(file("assignment.bpmn").state()).isEqualTo(ReleaseReviewService.State.AS_RELEASED);
      assertThat(file("sla-targets.dmn").state()).isEqualTo(ReleaseReviewService.State.CHANGED);
      assertThat(file("sla-targets.dmn").changedBy()).isEqualTo("owner");
      assertThat(deployed.versions("assignment.bpmn")).contains(versions().get("assignment") - 1);
      status.setRollbackOnly();
    });
  }

  // Files that belong together

  @Test
  void diagram_gets_the_forms_it_was_not_sent_with() {
    ownerDeploys(NOTES, changed(NOTES, "Add Notes - Public", "Write Down"));
    OrderUnderTest order = given.aLoggedOrder().perform("add-notes-public", with("text", "Dog on site"));
    assertThat(order.lastEvent().label()).isEqualTo("Write Down");
    assertThat(shown(order, "information")).contains("\"components\"");
  }

  @Test
  void form_sent_alone_reaches_every_diagram_that_uses_it() {
    Map<String, Integer> before = versions();
    String information = "forms/information.form";
    ownerDeploys(information, changed(information, "\"label\": \"Information\"", "\"label\": \"What, please?\""));
    Map<String, Integer> after = versions();
    assertThat(after.keySet().stream().filter(key -> !after.get(key).equals(before.get(key))))
        .containsExactlyInAnyOrder("notes", "assignment");
    assertThat(shown(given.aLoggedOrder(), "information")).contains("What, please?");
    assertThat(shown(given.anAssignedOrder(), "information")).contains("What, please?");
  }

  @Test
  void same_files_sent_again_change_nothing_but_after_a_take_they_do() {
    byte[] own = changed(NOTES, "Add Notes - Public", "Write Down");
    String deployment = ownerDeploys(NOTES, own);
    assertThat(ownerDeploys(NOTES, own)).isEqualTo(deployment);
    choices.take("owner", "notes.bpmn", null);
    assertThat(ownerDeploys(NOTES, own)).isNotEqualTo(deployment);
    assertThat(file("notes.bpmn").state()).isEqualTo(ReleaseReviewService.State.CHANGED);
  }
}
