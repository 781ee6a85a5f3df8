package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClientsTest {

  @Test
  void every_case_is_played_once_by_as_many_clients_as_asked_for() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    Set<Integer> played = ConcurrentHashMap.newKeySet();
    CountDownLatch allBusy = new CountDownLatch(3);
    try (Clients clients = new Clients(3, logCase -> {
      threads.add(Thread.currentThread().getName());
      allBusy.countDown();
      await(allBusy);
      played.add(logCase.position());
    })) {
      for (int position = 1; position <= 500; position++) {
        clients.play(aCase(position));
      }
      clients.finish();
    }

    assertThat(played).hasSize(500);
    assertThat(threads).hasSize(3);
  }

  @Test
  void only_a_few_cases_wait() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicInteger taken = new AtomicInteger();
    Clients clients = new Clients(2, logCase -> await(stuck));
    Thread reader = new Thread(() -> {
      for (int position = 1; position <= 100; position++) {
        clients.play(aCase(position));
        taken.incrementAndGet();
      }
    });
    reader.start();
    reader.join(500);

    assertThat(taken).hasValueLessThanOrEqualTo(8);
    stuck.countDown();
    reader.join();
    clients.finish();
    assertThat(taken).hasValue(100);
  }

  @Test
  void a_failure_names_the_case_and_stops_the_reader() {
    try (Clients clients = new Clients(2, logCase -> {
      throw new IllegalArgumentException("no database");
    })) {
      assertThatThrownBy(() -> {
        for (int position = 1; position <= 100; position++) {
          clients.play(aCase(position));
        }
      }).isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("case 1-")
          .hasRootCauseMessage("no database");
    }
  }

  private static LogCase aCase(int position) {
    return new LogCase(position, "1-" + position, List.of());
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
