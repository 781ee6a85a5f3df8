package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.with;

import java.util.Optional;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** No event is ever changed or deleted, and one that was, by somebody with power over the database, is found out. */
@HelpdeskTest
class EventsTest {

  private final Given given;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  EventsTest(Given given, Journal journal, JdbcClient jdbc, TransactionTemplate transaction) {
    this.given = given;
    this.journal = journal;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private OrderUnderTest anOrderOfFourEvents() {
    return given.anAcceptedOrder().perform("add-notes-public", with("text", "as expected"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "update order_event set summary = 'nothing' where order_number = :number",
      "update order_event set hash = hash where order_number = :number and sequence = 1",
      "delete from order_event where order_number = :number",
      "delete from order_event where order_number = :number and sequence = 4",
      "with number as (select :number) delete from order_event",
  })
  void the_database_refuses_to_change_or_delete_an_event(String change) {
    OrderUnderTest order = anOrderOfFourEvents();
    assertThatThrownBy(() -> jdbc.sql(change).param("number", order.number().value()).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    assertThat(order.events()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncate order_event", "truncate orders cascade"})
  void the_database_refuses_to_empty_the_journal(String change) {
    OrderUnderTest order = anOrderOfFourEvents();
    assertThatThrownBy(() -> jdbc.sql(change).update())
        .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    assertThat(order.events()).hasSize(4);
  }

  @Test
  void an_order_with_events_cannot_be_deleted() {
    OrderUnderTest order = anOrderOfFourEvents();
    assertThatThrownBy(() -> jdbc.sql("delete from orders where number = ?").param(order.number().value()).update())
        .isInstanceOf(DataAccessException.class);
    assertThat(order.status()).isEqualTo("2.00");
  }

  /** What verify says of the order and of all, after somebody got round the triggers. */
  private Journal.Verification afterTampering(OrderUnderTest order, String change) {
    return transaction.execute(status -> {
      status.setRollbackOnly();
      jdbc.sql("alter table order_event disable trigger user").update();
      assertThat(jdbc.sql(change).param("number", order.number().value()).update()).isPositive();
      Journal.Verification ofAll = journal.verify(Optional.empty());
      assertThat(ofAll.valid()).isFalse();
      assertThat(ofAll.firstBroken()).contains(order.number().value());
      return journal.verify(Optional.of(order.number()));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "at = at + interval '1 microsecond'", "agent = 'eve'", "channel = 'CALL_IN'", "spoke_to = 'Eve'",
      "action = 'assign'", "label = 'Assign'", "status_before = '1.02'", "status_after = '2.01'", "summary = summary || '.'",
      "private = not private", "fields = '{}'", "hash = repeat('0', length(hash))", "previous_hash = ''",
  })
  void a_changed_event_is_found(String change) {
    OrderUnderTest order = given.anAssignedOrder().perform("no-answer", with("numberTried", "1", "notes", "n"))
        .perform("assign", with("how", "by e-mail"));
    Journal.Verification verification = afterTampering(
        order, "update order_event set " + change + " where order_number = :number and sequence = 3");
    assertThat(verification.valid()).isFalse();
    assertThat(verification.firstBroken()).isEqualTo(order.number() + " event 3");
  }

  @Test
  void a_missing_event_is_found() {
    OrderUnderTest order = anOrderOfFourEvents();
    Journal.Verification verification = afterTampering(
        order, "delete from order_event where order_number = :number and sequence = 2");
    assertThat(verification.firstBroken()).isEqualTo(order.number() + " event 3");
  }

  @Test
  void missing_event_is_found_after_renumbering() {
    OrderUnderTest order = anOrderOfFourEvents();
    Journal.Verification verification = transaction.execute(status -> {
      status.setRollbackOnly();
      jdbc.sql("alter table order_event disable trigger user").update();
      jdbc.sql("delete from order_event where order_number = ? and sequence = 2")
          .param(order.number().value()).update();
      for (int sequence = 3; sequence <= 4; sequence++) {
        jdbc.sql("update order_event set sequence = sequence - 1 where order_number = ? and sequence = ?")
            .params(order.number().value(), sequence).update();
      }
      return journal.verify(Optional.of(order.number()));
    });
    assertThat(verification.firstBroken()).isEqualTo(order.number() + " event 2");
  }

  @Test
  void a_first_event_that_is_missing_is_found() {
    OrderUnderTest order = anOrderOfFourEvents();
    assertThat(afterTampering(order, "delete from order_event where order_number = :number and sequence = 1").valid())
        .isFalse();
  }

  @Test
  void a_last_event_that_was_cut_off_is_found() {
    OrderUnderTest order = anOrderOfFourEvents();
    Journal.Verification verification = afterTampering(
        order, "delete from order_event where order_number = :number and sequence = 4");
    assertThat(verification.checked()).isEqualTo(3);
    assertThat(verification.firstBroken()).isEqualTo(order.number() + " event 4");
  }

  @Test
  void a_chain_of_which_nothing_is_left_is_found() {
    OrderUnderTest order = anOrderOfFourEvents();
    assertThat(afterTampering(order, "delete from order_event where order_number = :number").valid()).isFalse();
  }

  @Test
  void events_moved_to_another_order_are_found() {
    OrderUnderTest order = anOrderOfFourEvents();
    OrderUnderTest other = anOrderOfFourEvents();
    assertThat(afterTampering(order, "update order_event set order_number = '" + other.number()
        + "', sequence = 5 where order_number = :number and sequence = 4").valid()).isFalse();
  }

  @Test
  void untouched_events_are_valid() {
    OrderUnderTest order = anOrderOfFourEvents();
    Journal.Verification verification = journal.verify(Optional.of(order.number()));
    assertThat(verification).isEqualTo(new Journal.Verification(true, 4, null));
    assertThat(journal.verify(Optional.empty()).valid()).isTrue();
  }
}
