package org.jobline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.util.List;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.lifecycle.assignment.ContractorChanged;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** What follows from an action is part of it: clock, cost and mail change with it or not at all. */
@HelpdeskTest
class FollowersTest {

  private final Given given;
  private final ConfigurableApplicationContext application;
  private final ApplicationEventMulticaster events;
  private final ApplicationListener<?> refusing = new Refusing();

  FollowersTest(Given given, ConfigurableApplicationContext application, ApplicationEventMulticaster events) {
    this.given = given;
    this.application = application;
    this.events = events;
  }

  /** Comes after all others, which have followed by then. */
  private static final class Refusing implements ApplicationListener<PayloadApplicationEvent<ContractorChanged>> {

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<ContractorChanged> event) {
      throw new InvalidFieldsException("resource", "This contractor can't be followed.");
    }
  }

  @AfterEach
  void nobodyRefuses() {
    events.removeApplicationListener(refusing);
  }

  @Test
  void action_fails_when_a_listener_fails() {
    OrderUnderTest order = given.anOrderIn("1.03");
    List<Long> before = given.everything();
    String contractor = order.present().contractor().orElseThrow();
    application.addApplicationListener(refusing);

    assertThatThrownBy(() -> order.perform("resource-unable-to-accept",
        with("callerName", "Dispatch", "reason", "No capacity")))
        .isInstanceOf(InvalidFieldsException.class)
        .hasMessageContaining("can't be followed");

    assertThat(order).hasStatus("1.03").hasContractor(contractor).isWaitingFor("accept-job");
    assertThat(given.everything()).isEqualTo(before);
  }
}
