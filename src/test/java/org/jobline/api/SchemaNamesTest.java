package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {

  private final SchemaNames names = new SchemaNames();

  record PumpView(Nozzle nozzle) {

    record Nozzle(int bar) {}
  }

  record Pump() {}

  @Schema(name = "Pump")
  record Motor() {}

  private String nameOf(Class<?> type) {
    return names.nameForClass(type, Set.of());
  }

  @Test
  void a_view_has_the_name_of_what_it_shows_and_what_belongs_to_it_has_that_in_front() {
    assertThat(nameOf(PumpView.class)).isEqualTo("Pump");
    assertThat(nameOf(PumpView.Nozzle.class)).isEqualTo("PumpNozzle");
    assertThat(nameOf(PumpView.class)).isEqualTo("Pump");
  }

  @Test
  void two_types_of_one_name_are_refused() {
    nameOf(PumpView.class);
    assertThatThrownBy(() -> nameOf(Pump.class)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("are both called Pump");
    assertThatThrownBy(() -> nameOf(Motor.class)).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("are both called Pump");
  }
}
