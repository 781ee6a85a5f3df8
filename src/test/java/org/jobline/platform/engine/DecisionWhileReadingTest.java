package org.jobline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine writes down what it decides, and whoever only looks at a form may be the first to ask. */
@HelpdeskTest
class DecisionWhileReadingTest {

  private final DecisionTables tables;
  private final TransactionTemplate reading;

  DecisionWhileReadingTest(DecisionTables tables, PlatformTransactionManager transactions) {
    this.tables = tables;
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  @Test
  void row_is_found_for_a_reader_who_asks_first() {
    // an input the table has no column for: no other test has asked this
    Map<String, Object> asked = Map.of("kind", "warranty", "askedBy", "a reader");
    assertThat(reading.<Map<String, Object>>execute(status -> tables.row("resource-ranking", asked)))
        .isEqualTo(tables.row("resource-ranking", Map.of("kind", "warranty")));
  }
}
