package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class StepsTest {

  private static final ActionKey ASSIGN = new ActionKey("assign");

  private final CurrentAction current = new CurrentAction();
  private final Steps steps = new Steps(current);
  private final DelegateExecution execution = mock(DelegateExecution.class);
  private final List<Object> seen = new ArrayList<>();

  @BeforeEach
  void anOrdersProcessInATransaction() {
    when(execution.getProcessBusinessKey()).thenReturn("R-100001");
    TransactionSynchronizationManager.initSynchronization();
  }

  @AfterEach
  void endTheTransaction() {
    TransactionSynchronizationUtils.triggerBeforeCompletion();
    TransactionSynchronizationManager.clearSynchronization();
  }

  private void perform(ActionKey key) {
    current.set(new ActionInProgress(key, "An action", false, Performer.SYSTEM,
        Fields.withoutForm(Map.of("reference", "AB-1")), Instant.EPOCH));
  }

  @Test
  void a_step_is_handed_its_order() throws Exception {
    steps.of(order -> seen.add(order)).execute(execution);
    assertThat(seen).containsExactly(new OrderNumber("R-100001"));
  }

  @Test
  void a_step_leaves_variables_on_its_process() throws Exception {
    perform(ASSIGN);
    steps.of((order, process) -> process.setVariable("number", order.value())).execute(execution);
    steps.withForm((order, form, process) -> process.setVariable("reference", form.text("reference").orElseThrow()))
        .execute(execution);
    verify(execution).setVariable("number", "R-100001");
    verify(execution).setVariable("reference", "AB-1");
  }

  @Test
  void a_step_is_handed_the_form_of_the_action_in_progress() throws Exception {
    perform(ASSIGN);
    steps.withForm((order, form) -> seen.addAll(List.of(order, form.text("reference")))).execute(execution);
    assertThat(seen).containsExactly(new OrderNumber("R-100001"), Optional.of("AB-1"));
  }

  @Test
  void reading_the_form_outside_an_action_is_an_error() {
    JavaDelegate step = steps.withForm((order, form) -> seen.add(form));
    assertThatIllegalStateException().isThrownBy(() -> step.execute(execution))
        .withMessageContaining("a step that reads the form must follow its user task in the same transaction");
    assertThat(seen).isEmpty();
  }

  @Test
  void a_step_reached_in_several_ways_is_handed_the_form_of_its_own_action_only() throws Exception {
    JavaDelegate step = steps.withFormOf(ASSIGN, (order, form) ->
        seen.add(form.flatMap(assigned -> assigned.text("reference"))));
    step.execute(execution);
    perform(ASSIGN);
    step.execute(execution);
    endTheTransaction();
    TransactionSynchronizationManager.initSynchronization();
    perform(new ActionKey("allocate-resource"));
    step.execute(execution);
    assertThat(seen).containsExactly(Optional.empty(), Optional.of("AB-1"), Optional.empty());
  }
}
