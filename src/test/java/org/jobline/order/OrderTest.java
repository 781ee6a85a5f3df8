package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jobline.fixture.Types;
import org.junit.jupiter.api.Test;

/** What every order remembers. */
class OrderTest {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private final Order order = new Order(
      new OrderNumber("R-100245"), Types.REACTIVE, new NewOrder("CORR", "S-014", "Ann", null), NOON, "agent");

  @Test
  void it_is_found_by_the_texts_there_are() {
    order.findBy(null, "EXT-1", null, "The boiler is cold");
    assertThat(order.searchText()).isEqualTo("EXT-1 The boiler is cold");
    assertThat(order.searchMarks()).isEmpty();
  }

  @Test
  void it_is_found_by_its_contractor() {
    order.findBy("ALPHA", "The boiler is cold");
    assertThat(order.searchMarks()).containsExactly(Order.markOfContractor("ALPHA"));
    order.findBy(null, "The boiler is cold");
    assertThat(order.searchMarks()).isEmpty();
  }

  @Test
  void a_type_that_is_deployed_no_more_is_what_its_number_and_status_show() {
    order.enterStatus(new Status(new StatusCode("1.63"), "Pending surveyor"));
    assertThat(order.of(List::of).type()).isEqualTo(new OrderType("REACTIVE", "R", '6'));
  }

  @Test
  void a_completed_order_can_be_opened_again() {
    order.complete(NOON);
    assertThat(order.completedAt()).contains(NOON);
    order.reopen();
    assertThat(order.completedAt()).isEmpty();
  }

  @Test
  void its_contact_may_change() {
    order.contact("Bob", "01");
    assertThat(order.contactName()).isEqualTo("Bob");
    assertThat(order.contactPhone()).isEqualTo("01");
  }
}
