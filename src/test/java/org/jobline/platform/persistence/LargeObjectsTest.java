package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jobline.fixture.HelpdeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Content of any size, a piece at a time. */
@HelpdeskTest
class LargeObjectsTest {

  private static final int SIZE = 25 << 20;

  private final ContentStore store;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  LargeObjectsTest(ContentStore store, TransactionTemplate transaction, JdbcClient jdbc) {
    this.store = store;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  /** Bytes that nobody has in memory. */
  private static final class Endless extends InputStream {

    private final int size;
    private int position;
    private int mostAtATime;

    private Endless(int size) {
      this.size = size;
    }

    private static byte at(int position) {
      return (byte) (position * 31 + (position >> 13));
    }

    @Override
    public int read() {
      return position == size ? -1 : at(position++) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      mostAtATime = Math.max(mostAtATime, length);
      if (position == size) {
        return -1;
      }
      int count = Math.min(Math.min(length, 5000), size - position);
      for (int i = 0; i < count; i++) {
        target[offset + i] = at(position++);
      }
      return count;
    }
  }

  private long written(InputStream source) {
    return transaction.execute(status -> store.write(source));
  }

  private void read(long place, OutputStream target) {
    transaction.executeWithoutResult(status -> {
      try {
        store.read(place, target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private long objects(long place) {
    return jdbc.sql("select count(*) from pg_largeobject_metadata where oid = ?").param(place)
        .query(Long.class).single();
  }

  @Test
  void content_of_25_megabytes_goes_in_and_out_a_piece_at_a_time() {
    Endless source = new Endless(SIZE);
    long place = written(source);
    assertThat(source.mostAtATime).isLessThanOrEqualTo(LargeObjects.PIECE);
    AtomicLong position = new AtomicLong();
    AtomicLong mostAtATime = new AtomicLong();
    read(place, new OutputStream() {
      @Override
      public void write(int b) {
        throw new AssertionError("byte by byte");
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        mostAtATime.accumulateAndGet(length, Math::max);
        for (int i = 0; i < length; i++) {
          if (bytes[offset + i] != Endless.at((int) position.getAndIncrement())) {
            throw new AssertionError("Other content at " + position);
          }
        }
      }
    });
    assertThat(position).hasValue(SIZE);
    assertThat(mostAtATime.get()).isLessThanOrEqualTo(LargeObjects.PIECE);
  }

  @Test
  void content_of_no_length_is_content_too() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    read(written(new ByteArrayInputStream(new byte[0])), target);
    assertThat(target.size()).isZero();
  }

  @Test
  void rolled_back_content_is_not_stored() {
    long place = transaction.execute(status -> {
      status.setRollbackOnly();
      return store.write(new Endless(100));
    });
    assertThat(objects(place)).isZero();
  }

  @Test
  void removed_content_is_gone() {
    long place = written(new Endless(100));
    assertThat(objects(place)).isOne();
    transaction.executeWithoutResult(status -> store.remove(place));
    assertThat(objects(place)).isZero();
  }

  @Test
  @SuppressWarnings("InputStreamSlowMultibyteRead")
  void a_source_that_breaks_stores_nothing() {
    long before = jdbc.sql("select count(*) from pg_largeobject_metadata").query(Long.class).single();
    assertThatThrownBy(() -> written(new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("connection reset");
      }
    })).isInstanceOf(UncheckedIOException.class);
    assertThat(jdbc.sql("select count(*) from pg_largeobject_metadata").query(Long.class).single()).isEqualTo(before);
  }

  @Test
  void a_target_that_takes_no_more_says_so() {
    long place = written(new Endless(100));
    assertThatThrownBy(() -> transaction.execute(status -> {
      try {
        store.read(place, new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("broken pipe");
          }
        });
        return null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    })).hasRootCauseMessage("broken pipe");
  }

  @Test
  void content_belongs_to_the_transaction_of_what_refers_to_it() {
    assertThatThrownBy(() -> store.write(new Endless(1))).isInstanceOf(IllegalTransactionStateException.class);
  }
}
