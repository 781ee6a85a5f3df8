package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the application and its PostgreSQL server at random while agents work. Not part of the suite, because it takes half
 * an hour: {@code mvn -Pkill-test test}, with {@code -Dkill.count=…} and {@code -Dkill.seed=…}.
 */
@Tag("kill")
class KillTest {

  private static final int KILLS = Integer.getInteger("kill.count", 50);
  private static final long SEED = Long.getLong("kill.seed", 20261127);
  private static final int CLERKS = 3;
  private static final Duration MAX_WORK = Duration.ofSeconds(6);
  private static final Duration MAX_START_STEP = Duration.ofSeconds(12);
  private static final Duration MAX_SHUTDOWN = Duration.ofSeconds(30);

  /** Longer than a job stays locked by a process that is gone. */
  private static final Duration MAIL_TIMEOUT = Duration.ofMinutes(15);

  private enum Kill {
    APPLICATION, DATABASE, ONE_OF_THE_DATABASE, BOTH, APPLICATION_WHILE_IT_STARTS, APPLICATION_ASKED_TO_END_WITHOUT_DATABASE
  }

  @TempDir
  private Path directory;

  private final Random random = new Random(SEED);
  private final GreenMail mail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);

  @Test
  void nothing_answered_is_lost_and_nothing_is_done_twice() throws Exception {
    System.out.println("Kills: " + KILLS + ", seed: " + SEED);
    mail.start();
    Path data = Files.createDirectories(directory.resolve("data"));
    ExecutorService pool = Executors.newFixedThreadPool(CLERKS);
    try (JoblineProcess application = new JoblineProcess(
        data, "--spring.mail.host=localhost", "--spring.mail.port=" + mail.getSmtp().getPort())) {
      application.start();
      List<Clerk> clerks = new ArrayList<>();
      List<Future<Map<String, List<String>>>> work = new ArrayList<>();
      for (int i = 1; i <= CLERKS; i++) {
        Clerk clerk = new Clerk(application, "Clerk " + i);
        clerks.add(clerk);
        work.add(pool.submit(clerk));
      }
      for (int i = 1; i <= KILLS; i++) {
        pause(MAX_WORK);
        Kill kill = Kill.values()[random.nextInt(Kill.values().length)];
        System.out.println("Kill " + i + ": " + kill);
        kills.merge(kill, 1, Integer::sum);
        carryOut(kill, application);
        work.stream().filter(Future::isDone).forEach(KillTest::answeredBy);
      }
      clerks.forEach(Clerk::goHome);
      JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(application.database().url()));
      for (Future<Map<String, List<String>>> ended : work) {
        answeredBy(ended).forEach((number, words) -> check(application, jdbc, number, words));
      }
      assertThat(Clerk.get(application, "/api/events/verify")).contains("\"valid\":true");
      int repeatedMails = checkMails(jdbc);
      System.out.printf("%s; %d orders, %d answers, %d requests repeated, %d mails, %d of them twice%n", kills,
          jdbc.sql("select count(*) from orders").query(Integer.class).single(),
          clerks.stream().mapToInt(Clerk::said).sum(), clerks.stream().mapToInt(Clerk::repeated).sum(),
          mail.getReceivedMessages().length, repeatedMails);
    } finally {
      pool.shutdownNow();
      mail.stop();
    }
  }

  private void pause(Duration max) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt((int) max.toMillis())));
  }

  private void carryOut(Kill kill, JoblineProcess application) throws IOException {
    switch (kill) {
      case APPLICATION -> {
        application.kill();
        application.start();
      }
      case DATABASE -> killServer(application);
      case ONE_OF_THE_DATABASE -> {
        List<ProcessHandle> processes = application.database().processes()
            .filter(process -> process.pid() != application.database().server().orElseThrow().pid()).toList();
        processes.get(random.nextInt(processes.size())).destroyForcibly();
      }
      case BOTH -> {
        killServer(application);
        application.kill();
        application.start();
      }
      case APPLICATION_WHILE_IT_STARTS -> {
        application.kill();
        application.launch();
        pause(MAX_START_STEP);
        application.kill();
        application.start();
      }
      case APPLICATION_ASKED_TO_END_WITHOUT_DATABASE -> {
        killServer(application);
        Duration end = application.stop();
        System.out.println("Ended after " + end);
        assertThat(end).isLessThan(MAX_SHUTDOWN);
        application.start();
      }
    }
  }

  private static void killServer(JoblineProcess application) {
    application.database().server().ifPresent(ProcessHandle::destroyForcibly);
  }

  private static Map<String, List<String>> answeredBy(Future<Map<String, List<String>>> clerk) {
    try {
      return clerk.get(MAIL_TIMEOUT.toMinutes(), TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new AssertionError("A clerk stopped", e);
    }
  }

  /** Each answer has one event, in the order of the answers, and nothing else was done by the clerk. */
  private static void check(JoblineProcess application, JdbcClient jdbc, String number, List<String> words) {
    assertThat(jdbc.sql("select number from work_order where description = ?").param(words.get(0))
        .query(String.class).list()).as(words.get(0)).containsExactly(number);
    assertThat(Clerk.recorded(application, number)).as(number).isEqualTo(words);
  }

  /** Each message left once; one that was taken before a kill and not noted may have left twice, under one Message-ID. */
  private int checkMails(JdbcClient jdbc) throws Exception {
    await().atMost(MAIL_TIMEOUT).pollInterval(Duration.ofSeconds(2)).untilAsserted(() ->
        assertThat(jdbc.sql("select count(*) from notification where state <> 'sent'").query(Integer.class).single())
            .as("mails still to be sent").isZero());
    List<String> received = new ArrayList<>();
    for (MimeMessage message : mail.getReceivedMessages()) {
      received.add(message.getMessageID());
    }
    List<String> queued = jdbc.sql("select message_id from notification").query(String.class).list();
    assertThat(received.stream().distinct()).containsExactlyInAnyOrderElementsOf(queued);
    Map<String, Long> times = received.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    int repeated = (int) times.values().stream().filter(count -> count > 1).count();
    assertThat(repeated).as("mails sent twice").isLessThanOrEqualTo(KILLS);
    return repeated;
  }
}
