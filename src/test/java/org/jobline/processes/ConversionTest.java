package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.UnavailableAction;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Unchecked;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reactive order becomes one of another type; the lifecycle of audits is a small one of this test. */
@HelpdeskTest
class ConversionTest {

  private final Given given;
  private final ApiClient api;
  private final RepositoryService repository;
  private final Journal journal;
  private final JdbcClient jdbc;
  private String deployment;

  ConversionTest(Given given, ApiClient api, RepositoryService repository, Journal journal, JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.repository = repository;
    this.journal = journal;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void deployOtherTypes() throws IOException {
    deployment = repository.createDeployment().name("lifecycles of a test")
        .addClasspathResource("lifecycles/audit.bpmn")
        .addString("forms/log-work-order.form", Files.readString(Path.of("forms/log-work-order.form")))
        .addString("forms/allocate-resource.form", Files.readString(Path.of("forms/allocate-resource.form")))
        .deploy().getId();
  }

  /** Its lifecycle has no stage that goes on from a cancellation, though its status has the number. */
  @Test
  void what_no_process_of_the_order_waits_for_is_not_offered() {
    ApiClient.Answer logged = api.call(ApiClient.post("/api/work-orders", aCall("type", "AUDIT")));
    OrderUnderTest audit = given.order(new OrderNumber(String.valueOf(logged.content().get("number"))));
    assertThat(audit).hasStatus("0.33");
    assertThat(audit.offered()).contains("add-notes-public").doesNotContain("cancel-job");
    assertThatExceptionOfType(ActionNotAvailableException.class).isThrownBy(() -> audit.perform("cancel-job", with()));
    assertThat(audit.notOffered(Given.AGENT)).filteredOn(action -> action.key().equals("cancel-job"))
        .extracting(UnavailableAction::why).containsExactly("Orders of this type have no such step.");
    assertThat(audit).hasStatus("0.33").isWaitingFor("allocate-resource");
  }

  @AfterEach
  void withdrawOtherTypes() {
    repository.deleteDeployment(deployment, true);
  }

  private OrderUnderTest target(OrderUnderTest order) {
    JsonNode link = api.get("/api/work-orders/" + order.number()).at("/links/0");
    assertThat(link.at("/relation").asText()).isEqualTo("converted to");
    return given.order(new OrderNumber(link.at("/number").asText()));
  }

  @ParameterizedTest
  @CsvSource({
      "0.03, 0.09", "0.04, 0.09", "0.05, 0.09", "1.00, 1.09", "1.01, 1.09", "1.02, 1.09", "1.03, 1.09", "1.04, 1.09"})
  void an_order_that_was_never_accepted_goes_on_as_another(String status, String end) {
    OrderUnderTest order = given.anOrderIn(status);
    order.perform("convert", with("type", "AUDIT", "reason", "look first"));
    assertThat(order).hasStatus(end).hasLastEvent("convert");
    assertThat(order.instances()).noneMatch(instance -> instance.getProcessDefinitionId().startsWith("reactive"));
    OrderUnderTest target = target(order);
    assertThat(target).hasStatus("0.33");
    assertThat(target.number().value()).startsWith("A-");
    assertThat(target.present().details()).isEqualTo(order.present().details());
    assertThat(journal.verify(Optional.of(order.number())).valid()).isTrue();
    assertThat(journal.verify(Optional.of(target.number())).valid()).isTrue();
    assertThat(order).refusesNow("reinstate");
  }

  @Test
  void a_conversion_somebody_has_left_open_holds_no_order_back() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.open("convert");
    order.perform("cancel-job", with()).waits(Duration.ofDays(31));
    assertThat(order).hasEnded();
    assertThat(order.openTasks()).isEmpty();
  }

  @Test
  void a_reactive_order_may_become_a_quote() {
    OrderUnderTest order = given.aLoggedOrder().perform("convert", with("type", "QUOTE"));
    assertThat(target(order)).hasStatus("0.10");
    assertThat(order.lastEvent().summary()).contains("converted to " + target(order).number());
  }

  @Test
  void notes_and_documents_are_carried_over() {
    OrderUnderTest order = given.aLoggedOrder().file("Photograph")
        .perform("add-notes-public", with("text", "Dog on site"))
        .perform("add-notes-private", with("text", "Difficult caller"));
    order.perform("convert", with("type", "AUDIT"));
    OrderUnderTest target = target(order);
    assertThat(target.events()).extracting(OrderEvent::action)
        .containsExactly("log-work-order", "add-notes-public", "add-notes-private", "convert");
    assertThat(target.events().get(1).fields()).contains("Dog on site");
    assertThat(target.events().get(2).isPrivate()).isTrue();
    assertThat(api.get("/api/work-orders/" + target.number() + "/documents").at("/0/type").asText())
        .isEqualTo("Photograph");
  }

  @Test
  void a_contractor_that_knew_of_it_is_told_not_to_come() {
    OrderUnderTest order = given.anAssignedOrder().perform("convert", with("type", "AUDIT"));
    assertThat(jdbc.sql("select template || ' ' || address from notification where order_number = ?")
        .param(order.number().value()).query(String.class).list())
        .containsExactlyInAnyOrder("assign desk@alpha.example", "cancelled desk@alpha.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.09", "1.09", "2.00", "3.00", "4.01", "5.00", "5.01", "5.02"})
  void an_order_that_was_accepted_or_is_over_stays_what_it_is(String status) {
    assertThat(given.anOrderIn(status)).refusesNow("convert");
  }

  @Test
  void only_a_type_the_table_names_is_possible() {
    assertThat(given.aLoggedOrder())
        .refuses("convert", with(), "type")
        .refuses("convert", with("type", "PPM"), "type")
        .refuses("convert", with("type", "REACTIVE"), "type");
  }

  @Test
  void opening_the_action_leaves_the_order_where_it_is() {
    OrderUnderTest order = given.anAssignedOrder();
    order.open("convert");
    assertThat(order).hasStatus("1.03").isWaitingFor("accept-job");
    order.discard("convert");
    assertThat(order.perform("accept-job", with())).hasStatus("2.00");
  }

  @Test
  void nothing_is_offered_while_no_other_type_can_be_logged() {
    withdrawOtherTypes();
    repository.suspendProcessDefinitionByKey("quote");
    try {
      assertThat(given.aLoggedOrder()).refusesNow("convert");
    } finally {
      repository.activateProcessDefinitionByKey("quote");
    }
    deployment = Unchecked.deploy(files -> files.addString("a.txt", "a"));
  }
}
