package org.jobline.platform.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something read of all that is deployed. It is read again after a deployment, and every few seconds, since that of another
 * node tells nobody here.
 */
public final class ReadFromDeployments<T> {

  private static final long MAX_AGE_NANOS = 5_000_000_000L;

  private final Supplier<T> reading;
  private volatile @Nullable Read<T> last;

  public ReadFromDeployments(Supplier<T> reading) {
    this.reading = reading;
  }

  private record Read<T>(long at, T value) {

    boolean isFresh() {
      return System.nanoTime() - at < MAX_AGE_NANOS;
    }
  }

  /** To be called when something was deployed. */
  public void forget() {
    last = null;
  }

  public T get() {
    Read<T> known = last;
    if (known == null || !known.isFresh()) {
      known = new Read<>(System.nanoTime(), reading.get());
      last = known;
    }
    return known.value();
  }
}
