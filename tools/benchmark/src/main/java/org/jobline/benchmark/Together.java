package org.jobline.benchmark;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jobline.replay.Meter;
import org.jobline.replay.Pace;

/** Clients that work at the same time. */
final class Together {

  private Together() {}

  /**
   * Has as many clients do the same, each until it is done.
   *
   * @param client tells the meter of each of its actions
   * @throws ExecutionException when one of them failed
   */
  static Pace play(int clients, Consumer<Meter> client) throws InterruptedException, ExecutionException {
    Meter meter = new Meter();
    Callable<Object> one = Executors.callable(() -> client.accept(meter));
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      for (Future<Object> done : pool.invokeAll(Collections.nCopies(clients, one))) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }
    return meter.overall();
  }
}
