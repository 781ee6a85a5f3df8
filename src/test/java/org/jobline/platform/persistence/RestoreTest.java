package org.jobline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jobline.JoblineApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while agents work is a helpdesk that works, with everything answered before. Runs with the kill tests. */
@Tag("kill")
class RestoreTest {

  private static final int ANSWERS_BEFORE = 30;

  @TempDir
  private Path directory;

  @Test
  void restored_helpdesk_has_every_answer_given_before_the_backup_and_goes_on() throws Exception {
    Path backup = directory.resolve("backup");
    Path restored = directory.resolve("restored");
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Map<String, List<String>> before;
    Map<String, List<String>> all;
    try (JoblineProcess application = new JoblineProcess(directory.resolve("data"))) {
      application.start();
      Clerk clerk = new Clerk(application, "Clerk");
      Future<Map<String, List<String>>> work = pool.submit(clerk);
      await().atMost(Duration.ofMinutes(5)).until(() -> clerk.said() >= ANSWERS_BEFORE || work.isDone());
      before = clerk.answered();
      JoblineApplication.main(new String[] {
        "--backup=" + backup, "--jobline.embedded-database.directory=" + application.folder()});
      clerk.goHome();
      all = work.get(5, TimeUnit.MINUTES);
    } finally {
      pool.shutdownNow();
    }
    JoblineApplication.main(new String[] {
      "--restore=" + backup, "--jobline.embedded-database.directory=" + restored});
    try (JoblineProcess application = new JoblineProcess(restored)) {
      application.start();
      assertThat(Clerk.get(application, "/api/events/verify")).contains("\"valid\":true");
      before.forEach((number, words) -> {
        List<String> recorded = Clerk.recorded(application, number);
        assertThat(recorded).as(number).startsWith(words.toArray(String[]::new));
        assertThat(all.get(number)).as(number).startsWith(recorded.toArray(String[]::new));
      });
      Clerk clerk = new Clerk(application, "Another clerk");
      clerk.takeOneOrder();
      clerk.answered().forEach((number, words) -> {
        assertThat(before).doesNotContainKey(number);
        assertThat(Clerk.recorded(application, number)).isEqualTo(words);
      });
    }
  }
}
