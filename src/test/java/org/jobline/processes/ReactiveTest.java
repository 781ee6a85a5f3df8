package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;

@HelpdeskTest
class ReactiveTest {

  private final Given given;

  ReactiveTest(Given given) {
    this.given = given;
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
}
