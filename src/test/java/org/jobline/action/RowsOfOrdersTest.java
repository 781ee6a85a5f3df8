package org.jobline.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.persistence.TransactionMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RowsOfOrdersTest {

  private static final String NUMBER = "R-100001";

  private final Orders orders = mock();
  private final RowsOfOrders rows = new RowsOfOrders(orders, new TransactionMemory());
  private final DataSource database = mock();
  private int readings;

  @BeforeEach
  void connect() throws SQLException {
    when(database.getConnection()).thenReturn(mock(Connection.class, RETURNS_DEEP_STUBS));
  }

  private int read() {
    return rows.read(RowsOfOrdersTest.class, NUMBER, () -> ++readings);
  }

  private void transaction(boolean readOnly, Runnable doing) {
    TransactionTemplate template = new TransactionTemplate(new DataSourceTransactionManager(database));
    template.setReadOnly(readOnly);
    template.executeWithoutResult(status -> doing.run());
  }

  @Test
  void rows_of_a_locked_order_are_read_once() {
    when(orders.isLocked(new OrderNumber(NUMBER))).thenReturn(true);
    transaction(false, () -> {
      read();
      assertThat(read()).isEqualTo(1);
      rows.forget(RowsOfOrdersTest.class, NUMBER);
      assertThat(read()).isEqualTo(2);
    });
  }

  /** Somebody else may change it, and what was read before the order was taken is not what it is then. */
  @Test
  void rows_of_another_order_are_read_each_time() {
    transaction(false, () -> {
      read();
      assertThat(read()).isEqualTo(2);
      when(orders.isLocked(new OrderNumber(NUMBER))).thenReturn(true);
      assertThat(read()).isEqualTo(3);
    });
  }

  @Test
  void read_only_transaction_reads_rows_once() {
    transaction(true, () -> {
      read();
      assertThat(read()).isEqualTo(1);
    });
  }
}
