package org.jobline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.Unchecked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions cannot reach, even in diagrams that nobody has checked. */
@HelpdeskTest
class HostileExpressionsTest {

  private static final String DIAGRAM = """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://jobline.org/test" id="hostileFile">
        <bpmn:process id="hostile" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start" />
          <bpmn:sequenceFlow id="toStep" sourceRef="start" targetRef="step" />
          %s
          <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="end" />
          <bpmn:endEvent id="end" />
        </bpmn:process>
      </bpmn:definitions>
      """;

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final FilterService filters;
  private final IdentityService identity;

  HostileExpressionsTest(
      RepositoryService repository, RuntimeService runtime, FilterService filters,
      IdentityService identity) {
    this.repository = repository;
    this.runtime = runtime;
    this.filters = filters;
    this.identity = identity;
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "${identityService.newUser('mallory')}",
      "${repositoryService}",
      "${execution.processEngineServices.identityService.saveUser(null)}",
      "${execution.processEngine}",
      "${execution.setVariable('a', 'b')}",
      "${''.getClass()}",
      "${''.class}",
      "${order.getClass()}",
      "${order.class}",
      "${form.getClass()}",
      "${logTheOrderDelegate.execute(execution)}",
      "${workOrders}",
      "${dataSource.connection}",
      "${environment}",
      "${applicationContext}",
  })
  void reach_no_service_no_class_and_no_other_bean(String expression) {
    assertThatThrownBy(() -> run("<bpmn:serviceTask id=\"step\" camunda:expression=\"" + expression + "\" />"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining(expression);
  }

  @Test
  void see_a_named_bean_even_where_a_variable_has_its_name() {
    assertThatThrownBy(() -> run("<bpmn:serviceTask id=\"step\" camunda:expression=\"${order.type(execution)}\" />",
        "order", "mine"))
        // asked, but this process belongs to no order
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " => ", value = {
      "<bpmn:scriptTask id=\"step\" scriptFormat=\"juel\"><bpmn:script>${1}</bpmn:script></bpmn:scriptTask> => juel",
      "<bpmn:scriptTask id=\"step\" scriptFormat=\"feel\"><bpmn:script>1</bpmn:script></bpmn:scriptTask> => feel",
      "<bpmn:serviceTask id=\"step\" camunda:class=\"org.jobline.platform.engine.HostileExpressionsTest$Evil\" /> => Evil",
  })
  void run_no_script_and_no_class(String step, String named) {
    assertThatThrownBy(() -> run(step)).isInstanceOf(RuntimeException.class).hasMessageContaining(named);
  }

  @Test
  void of_task_lists_still_work() {
    identity.setAuthentication("agent", List.of("helpdesk"));
    try {
      assertThat(filters.createFilterQuery().list()).isNotEmpty()
          .allSatisfy(filter -> assertThatCode(() -> filters.list(filter.getId())).doesNotThrowAnyException());
    } finally {
      identity.clearAuthentication();
    }
  }

  private void run(String step) {
    run(step, "nothing", "");
  }

  private void run(String step, String variable, String value) {
    String deployment = Unchecked.deploy(files -> files.addString("hostile.bpmn", DIAGRAM.formatted(step)));
    try {
      runtime.startProcessInstanceByKey("hostile", Map.of(variable, value));
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  /** Would be made and run by its name. */
  public static final class Evil implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      throw new AssertionError("It runs");
    }
  }
}
