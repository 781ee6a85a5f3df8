package org.jobline.replay;

import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import java.time.Instant;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A log goes on where an agent would wait for somebody's word. */
@HelpdeskTest
class HelpdeskOfTheReplayTest {

  private final Given given;
  private final Helpdesk helpdesk;
  private final TransactionTemplate transaction;

  HelpdeskOfTheReplayTest(Given given, Helpdesk helpdesk, TransactionTemplate transaction) {
    this.given = given;
    this.helpdesk = helpdesk;
    this.transaction = transaction;
  }

  @Test
  void what_an_order_comes_to_is_authorised_at_once_on_every_level() {
    OrderUnderTest order = given.anOrderOnSite("resource", "BETA");
    Step stop = Step.of("stop-job", with("stoppedAt", order.now(), "outcome", "completed", "partsCost", 60_000));
    transaction.executeWithoutResult(none -> helpdesk.perform(Given.AGENT, order.number(), stop, Instant.parse(order.now())));
    assertThat(order).hasStatus("5.01").hasAccrual("60040.00").hasLastEvent("authorise").offers("set-accrual-to-zero");
  }
}
