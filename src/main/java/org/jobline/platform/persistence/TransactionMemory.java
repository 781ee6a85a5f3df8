package org.jobline.platform.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read and need not read again. It ends with the transaction, and a transaction of its own within
 * another begins with an empty one. Without a transaction nothing is remembered.
 */
@Component
public class TransactionMemory {

  private record Key(Class<?> kind, Object id) {}

  private final TransactionScoped<Remembered> remembered = new TransactionScoped<>(Remembered.class, Remembered::new);

  /** What is remembered under the key, or else read; what is read must not be null. */
  @SuppressWarnings("unchecked")
  public <T> T get(Class<?> kind, Object id, Supplier<T> reading) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return reading.get();
    }
    Map<Key, Object> values = remembered.get().values;
    Key key = new Key(kind, id);
    Object value = values.get(key);
    if (value == null) {
      value = reading.get();
      values.put(key, value);
    }
    return (T) value;
  }

  /** The value was written, or is not to be relied on any more. */
  public void forget(Class<?> kind, Object id) {
    remembered.present().ifPresent(present -> present.values.remove(new Key(kind, id)));
  }

  private static final class Remembered implements TransactionSynchronization {

    private final Map<Key, Object> values = new HashMap<>();

    /** What was read since then may be what was written since then. */
    @Override
    public void savepointRollback(Object savepoint) {
      values.clear();
    }
  }
}
