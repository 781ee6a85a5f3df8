package org.jobline.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderTypeTest {

  @Test
  void types_are_called_what_people_call_them() {
    assertThat(Arrays.stream(OrderType.values()).map(OrderType::label))
        .containsExactly("Reactive", "Quote", "PPM", "Audit");
  }
}
