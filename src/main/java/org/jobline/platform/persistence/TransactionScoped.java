package org.jobline.platform.persistence;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One object for each transaction that asks for it. It follows its transaction as a {@link TransactionSynchronization}, and
 * is put aside while that is suspended.
 */
public final class TransactionScoped<T extends TransactionSynchronization> {

  private final Class<T> type;
  private final Supplier<T> beginning;

  public TransactionScoped(Class<T> type, Supplier<T> beginning) {
    this.type = type;
    this.beginning = beginning;
  }

  /** That of the present transaction, if it has one. */
  public Optional<T> present() {
    return Optional.ofNullable(type.cast(TransactionSynchronizationManager.getResource(this)));
  }

  /** That of the present transaction, which begins one if it has none. */
  public T get() {
    return present().orElseGet(() -> {
      T begun = beginning.get();
      TransactionSynchronizationManager.bindResource(this, begun);
      TransactionSynchronizationManager.registerSynchronization(begun);
      TransactionSynchronizationManager.registerSynchronization(new Binding(begun));
      return begun;
    });
  }

  private final class Binding implements TransactionSynchronization {

    private final T bound;

    Binding(T bound) {
      this.bound = bound;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(TransactionScoped.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(TransactionScoped.this, bound);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(TransactionScoped.this);
    }
  }
}
