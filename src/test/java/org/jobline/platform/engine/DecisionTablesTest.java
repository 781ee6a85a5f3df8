package org.jobline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of the rows of decision tables. */
class DecisionTablesTest {

  @Test
  void filled_cell_is_read() {
    assertThat(DecisionTables.required(Map.of("level", 1), "level")).isEqualTo(1);
  }

  @Test
  void empty_cell_is_refused_by_the_name_of_its_column() {
    Map<String, Object> row = new HashMap<>(Map.of("level", 1));
    row.put("profile", null);
    assertThatThrownBy(() -> DecisionTables.required(row, "profile"))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("profile");
  }
}
