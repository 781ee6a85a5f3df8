package org.jobline.replay;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Plays several cases at once, each from its first event to its last on one client. Only a few cases wait, so that a
 * log of any length takes the same memory.
 */
final class Clients implements AutoCloseable {

  private static final int CASES_PER_CLIENT = 4;

  private final Consumer<LogCase> player;
  private final ExecutorService pool;
  private final Semaphore room;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  Clients(int clients, Consumer<LogCase> player) {
    this.player = player;
    this.pool = Executors.newFixedThreadPool(clients);
    this.room = new Semaphore(clients * CASES_PER_CLIENT);
  }

  /**
   * Takes a case, waiting while all have enough to do.
   *
   * @throws IllegalStateException when a client failed; what it did before is kept
   */
  void play(LogCase logCase) {
    try {
      room.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The replay was interrupted", e);
    }
    stopAfterFailure();
    pool.execute(() -> {
      try {
        if (failure.get() == null) {
          player.accept(logCase);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null,
            new IllegalStateException("The replay stopped at case " + logCase.name() + "; start it again to go on", e));
      } finally {
        room.release();
      }
    });
  }

  /** Waits for the cases taken. Throws as {@link #play} does. */
  void finish() {
    close();
    stopAfterFailure();
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        // a case takes as long as it takes
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void stopAfterFailure() {
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get().getMessage(), failure.get().getCause());
    }
  }
}
