package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class TransactionMemoryTest {

  private final TransactionMemory memory = new TransactionMemory();
  private final DataSource database = mock();
  private int readings;

  @BeforeEach
  void connect() throws SQLException {
    when(database.getConnection()).thenAnswer(call -> {
      Connection connection = mock(Connection.class, RETURNS_DEEP_STUBS);
      when(connection.getMetaData().supportsSavepoints()).thenReturn(true);
      return connection;
    });
  }

  private int read() {
    return memory.get(TransactionMemoryTest.class, "row", () -> ++readings);
  }

  private void transaction(int propagation, Runnable doing) {
    TransactionTemplate template = new TransactionTemplate(new DataSourceTransactionManager(database));
    template.setPropagationBehavior(propagation);
    template.executeWithoutResult(status -> {
      doing.run();
      if (propagation == TransactionDefinition.PROPAGATION_NESTED) {
        status.setRollbackOnly();
      }
    });
  }

  @Test
  void a_transaction_reads_once() {
    transaction(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
      assertThat(read()).isEqualTo(1);
      transaction(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(read()).isEqualTo(1));
    });
  }

  @Test
  void the_next_transaction_reads_again() {
    transaction(TransactionDefinition.PROPAGATION_REQUIRED, this::read);
    transaction(TransactionDefinition.PROPAGATION_REQUIRED, () -> assertThat(read()).isEqualTo(2));
  }

  @Test
  void nothing_is_remembered_without_a_transaction() {
    assertThat(read()).isEqualTo(1);
    assertThat(read()).isEqualTo(2);
  }

  @Test
  void written_rows_are_read_again() {
    transaction(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
      read();
      memory.forget(TransactionMemoryTest.class, "another row");
      assertThat(read()).isEqualTo(1);
      memory.forget(TransactionMemoryTest.class, "row");
      assertThat(read()).isEqualTo(2);
    });
  }

  @Test
  void a_transaction_of_its_own_knows_nothing_of_the_one_around_it() {
    transaction(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
      read();
      transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW, () -> assertThat(read()).isEqualTo(2));
      assertThat(read()).isEqualTo(1);
    });
  }

  @Test
  void what_a_part_that_is_taken_back_has_read_is_read_again() {
    transaction(TransactionDefinition.PROPAGATION_REQUIRED, () -> {
      transaction(TransactionDefinition.PROPAGATION_NESTED, this::read);
      assertThat(read()).isEqualTo(2);
    });
  }
}
