package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.util.List;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the engine and its web applications find the status of an order. */
@HelpdeskTest
class StatusShownTest {

  private final Given given;
  private final ApiClient api;
  private final RuntimeService runtime;
  private final FormService forms;
  private final IdentityService identity;

  StatusShownTest(
      Given given, ApiClient api, RuntimeService runtime, FormService forms, IdentityService identity) {
    this.given = given;
    this.api = api;
    this.runtime = runtime;
    this.forms = forms;
    this.identity = identity;
  }

  /** Cockpit finds by variables of whatever scope, those of tasks too. */
  private void assertOnLifecycleOnly(OrderUnderTest order) {
    String[] instances = order.instances().stream().map(ProcessInstance::getId).toArray(String[]::new);
    List<VariableInstance> found = runtime.createVariableInstanceQuery()
        .variableName(OrderCard.STATUS).processInstanceIdIn(instances).list();
    assertThat(found).extracting(VariableInstance::getProcessInstanceId)
        .containsExactly(order.process("reactive").getId());
    assertThat(found.get(0).getValue()).isEqualTo(order.present().status().toString());
  }

  private static String status(OrderUnderTest order) {
    return order.present().status().toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "0.03", "0.04", "0.05", "0.06", "0.09", "1.00", "1.01", "1.02", "1.03", "1.04", "1.09", "2.00", "3.00", "4.00",
      "4.01", "5.00", "5.01", "5.02"})
  void status_is_a_variable_of_the_lifecycle_only(String status) {
    assertOnLifecycleOnly(given.anOrderIn(status));
  }

  @Test
  void whatever_is_open_beside_the_lifecycle_has_no_copy() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.open("add-notes-public");
    order.open("no-answer");
    order.perform("edit-work-order", with("description", "The boiler is still cold"));
    order.perform("set-fixed-cost", with("amount", 12_500, "sure", true));
    assertThat(order.instances()).hasSizeGreaterThan(3);
    assertOnLifecycleOnly(order);
  }

  @Test
  void an_order_that_came_back_shows_its_status() {
    OrderUnderTest order = given.anOrderIn("1.09").perform("reinstate", with("how", "to previous status"));
    assertOnLifecycleOnly(order);
    order.perform("resource-unable-to-accept", with("callerName", "Dispatch", "reason", "No capacity"));
    assertOnLifecycleOnly(order);
  }

  @Test
  void a_form_shows_the_status_the_order_has_when_it_is_opened() {
    OrderUnderTest order = given.anOrderPendingAssign();
    String notes = order.open("add-notes-public");
    String noAnswer = order.open("no-answer");
    assertThat(shown(notes)).isEqualTo(shown(noAnswer)).isEqualTo(status(order));
    order.perform("information", with("kind", "information required", "text", "Which?"));
    assertThat(order.status()).isEqualTo("1.01");
    assertThat(shown(notes)).isEqualTo(shown(noAnswer)).isEqualTo(status(order));
  }

  private Object shown(String task) {
    identity.setAuthentication(Given.AGENT.name(), List.copyOf(Given.AGENT.groups()));
    try {
      return forms.getTaskFormVariables(task, List.of(OrderCard.STATUS, OrderCard.SITE), false).get(OrderCard.STATUS);
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void who_asks_for_other_variables_of_a_form_gets_these() {
    OrderUnderTest order = given.anOrderPendingAssign();
    assertThat(forms.getTaskFormVariables(order.open("no-answer"), List.of(OrderCard.SITE), false))
        .containsOnlyKeys(OrderCard.SITE);
  }

  @Test
  void the_form_by_our_api_shows_the_status() {
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(api.get("/api/work-orders/" + order.number() + "/actions/accept-job/form").at("/data/orderStatus").asText())
        .isEqualTo(status(order));
  }
}
