package org.jobline.action;

import java.util.Optional;
import java.util.function.Supplier;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.persistence.TransactionMemory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What belongs to an order. That of an order which the transaction has taken for changing is written by nobody else until
 * it ends: it is read once, and again only after it was written. So it is where nothing is written at all. Otherwise it
 * is read whenever it is asked for.
 */
@Component
public class RowsOfOrders {

  private final Orders orders;
  private final TransactionMemory memory;

  RowsOfOrders(Orders orders, TransactionMemory memory) {
    this.orders = orders;
    this.memory = memory;
  }

  /** @param reading must not give null */
  public <T> T read(Class<?> kind, String number, Supplier<T> reading) {
    boolean stays = orders.isLocked(new OrderNumber(number))
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    return stays ? memory.get(kind, number, reading) : reading.get();
  }

  /** Writes a row of which an order has one, and remembers it as it was written. */
  public <T> T write(Class<T> kind, String number, Supplier<T> writing) {
    forget(kind, number);
    T written = writing.get();
    read(kind, number, () -> Optional.of(written));
    return written;
  }

  /** To be called before it is written: even what fails may have been written. */
  public void forget(Class<?> kind, String number) {
    memory.forget(kind, number);
  }
}
