package org.jobline.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.jobline.fixture.Types;
import org.jobline.order.AuthorisationLock;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Status;
import org.jobline.order.StatusCode;
import org.jobline.workorder.Schedule.Kind;
import org.junit.jupiter.api.Test;

/** What an order remembers, and what it forgets with its contractor. */
class WorkOrderTest {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Schedule AT_NOON = new Schedule(Kind.EXACT, NOON, null);

  private static final NewWorkOrder DETAILS = new NewWorkOrder("CORR", "S-014", "HEATING", "P2", "Boiler", "Ann", "01",
      "Cellar", "B-1", "No heat", "R1", "C1", "EXT", "ALPHA", AT_NOON, true);

  private final WorkOrder order = new WorkOrder(
      new Order(new OrderNumber("R-100245"), Types.REACTIVE, DETAILS.ofEveryOrder(), NOON, "agent"), DETAILS);

  private void isWithAlpha() {
    order.markSent(NOON, "A-77");
    order.setEta(NOON.plusSeconds(3600));
    order.etaRequested(NOON);
    order.recordFailedContact(NOON.plusSeconds(900));
  }

  private void assertNobodyWasTold() {
    assertThat(order.sentAt()).isEmpty();
    assertThat(order.eta()).isEmpty();
    assertThat(order.nextAttemptAt()).isEmpty();
    assertThat(order.contactAttempts()).isZero();
  }

  @Test
  void another_contractor_was_told_nothing_yet() {
    isWithAlpha();
    order.allocate("BETA");
    assertThat(order.contractor()).contains("BETA");
    assertThat(order.contractorReference()).isNull();
    assertThat(order.etaRequestedAt()).isEmpty();
    assertThat(order.refusedBy()).isEmpty();
    assertNobodyWasTold();
  }

  @Test
  void contractor_that_declined_is_remembered_once_and_gone() {
    isWithAlpha();
    order.declineByContractor();
    assertThat(order.contractor()).isEmpty();
    assertNobodyWasTold();
    order.allocate("ALPHA");
    order.declineByContractor();
    order.declineByContractor();
    assertThat(order.refusedBy()).containsExactly("ALPHA");
  }

  @Test
  void failed_attempts_are_counted_until_the_order_is_sent() {
    order.recordFailedContact(NOON);
    order.recordFailedContact(NOON.plusSeconds(60));
    assertThat(order.contactAttempts()).isEqualTo(2);
    assertThat(order.nextAttemptAt()).contains(NOON.plusSeconds(60));
    order.markSent(NOON, null);
    assertThat(order.nextAttemptAt()).isEmpty();
  }

  @Test
  void reference_of_the_contractor_stays_when_none_is_given_later() {
    order.markSent(NOON, "A-77");
    order.markSent(NOON.plusSeconds(60), null);
    assertThat(order.contractorReference()).isEqualTo("A-77");
    assertThat(order.sentAt()).contains(NOON.plusSeconds(60));
  }

  @Test
  void eta_answers_the_request_for_it() {
    order.etaRequested(NOON);
    order.setEta(NOON.plusSeconds(60));
    assertThat(order.etaRequestedAt()).isEmpty();
    assertThat(order.eta()).contains(NOON.plusSeconds(60));
  }

  @Test
  void cancelled_order_knows_where_it_stood() {
    order.order().enterStatus(new Status(new StatusCode("1.03"), "Pending acceptance"));
    order.order().cancel(NOON);
    order.order().enterStatus(new Status(new StatusCode("1.09"), "Cancelled"));
    assertThat(order.cancelledAt()).contains(NOON);
    assertThat(order.statusBeforeCancel()).contains(new StatusCode("1.03"));
    order.order().reinstate();
    assertThat(order.cancelledAt()).isEmpty();
  }

  @Test
  void nobody_is_expected_at_a_completed_order() {
    order.setEta(NOON);
    order.complete(NOON, NOON.plus(Duration.ofDays(14)));
    assertThat(order.eta()).isEmpty();
    assertThat(order.completedAt()).contains(NOON);
    assertThat(order.recallUntil()).contains(NOON.plus(Duration.ofDays(14)));
  }

  @Test
  void recalled_order_is_wanted_as_soon_as_its_new_sla_says_by_the_contractor_that_knows_it() {
    isWithAlpha();
    order.complete(NOON, NOON.plus(Duration.ofDays(14)));
    order.recall("P1");
    assertThat(order.recalls()).isEqualTo(1);
    assertThat(order.priority()).isEqualTo("P1");
    assertThat(order.schedule()).contains(Schedule.upToSla());
    assertThat(order.contractor()).contains("ALPHA");
    assertThat(order.completedAt()).isEmpty();
    assertThat(order.recallUntil()).isEmpty();
    assertNobodyWasTold();
  }

  @Test
  void lock_says_whom_the_order_waits_for() {
    AuthorisationLock lock = new AuthorisationLock("manager", 1, NOON, "fixed cost");
    assertThat(order.locked()).isFalse();
    order.order().lock(lock);
    assertThat(order.locked()).isTrue();
    assertThat(order.authorisationLock()).contains(lock);
    order.order().unlock();
    assertThat(order.locked()).isFalse();
  }

  @Test
  void order_has_no_status_before_its_first_milestone() {
    assertThat(order.order().hasStatus()).isFalse();
    order.order().enterStatus(new Status(new StatusCode("1.00"), "Pending assign"));
    assertThat(order.order().hasStatus()).isTrue();
    assertThat(order.status()).hasToString("1.00 Pending assign");
  }

  @Test
  void nobody_adds_to_those_who_declined_from_outside() {
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> order.refusedBy().add("BETA"));
  }
}
