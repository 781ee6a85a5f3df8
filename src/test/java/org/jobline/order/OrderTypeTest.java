package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderTypeTest {

  @Test
  void a_type_is_named_after_its_lifecycle() {
    OrderType type = OrderType.ofLifecycle("site-survey", "S", '5');
    assertThat(type.name()).isEqualTo("SITE-SURVEY");
    assertThat(type.lifecycle()).isEqualTo("site-survey");
  }
}
