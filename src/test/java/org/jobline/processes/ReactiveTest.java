package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HelpdeskTest
class ReactiveTest {

  private final Given given;
  private final RuntimeService runtime;

  ReactiveTest(Given given, RuntimeService runtime) {
    this.given = given;
    this.runtime = runtime;
  }

  @Test
  void an_order_goes_from_the_call_to_the_invoice() {
    OrderUnderTest order = given.aLoggedOrder();
    assertThat(order.status()).isEqualTo("0.03");
    order.perform("allocate-resource", with("resource", "ALPHA", "scheduleKind", "up to SLA"));
    assertThat(order.status()).isEqualTo("1.00");
    order.perform("no-answer", with());
    assertThat(order.status()).isEqualTo("1.02");
    order.perform("assign", with("how", "by phone", "spokeTo", "Dispatch"));
    assertThat(order.status()).isEqualTo("1.03");
    order.perform("no-answer", with());
    assertThat(order.status()).isEqualTo("1.02");
    order.perform("assign", with("how", "by e-mail"));
    order.perform("accept-job", with());
    assertThat(order.status()).isEqualTo("2.00");
    order.perform("start-job-admin", with("reportedBy", "Hannah", "start", order.now(), "attending", 1));
    assertThat(order.status()).isEqualTo("3.00");
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order.status()).isEqualTo("5.02");
    order.perform("recall-job", with("priority", "P2", "why", "cold again"));
    assertThat(order.status()).isEqualTo("1.04");
    order.perform("cancel-job", with());
    assertThat(order.status()).isEqualTo("1.09");
    order.perform("reinstate", with("how", "to previous status"));
    assertThat(order.status()).isEqualTo("1.04");
    assertThat(order.events()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "0.03", "0.09", "1.00", "1.01", "1.02", "1.03", "1.04", "1.09", "2.00", "3.00", "4.00", "4.01", "5.00",
      "5.01", "5.02"})
  void every_instance_of_an_order_shows_its_status(String status) {
    OrderUnderTest order = given.anOrderIn(status);
    assertThat(shown(order)).isNotEmpty().containsOnly(order.present().status().toString());
  }

  @Test
  void order_that_showed_an_old_status_shows_the_next_one() {
    OrderUnderTest order = given.anAssignedOrder();
    // as earlier releases left it: a copy on the called sheet, and the lifecycle never told
    runtime.setVariable(order.process("assignment").getId(), OrderCard.STATUS, order.present().status().toString());
    runtime.setVariable(order.process("reactive").getId(), OrderCard.STATUS, "0.03 Pending resource");
    assertThat(shown(order)).hasSize(2);
    order.perform("accept-job", with());
    assertThat(shown(order)).containsOnly(order.present().status().toString());
  }

  /** A mail on its way shows no status. */
  private Set<Object> shown(OrderUnderTest order) {
    return order.instances().stream().map(instance -> runtime.getVariable(instance.getId(), OrderCard.STATUS))
        .filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
