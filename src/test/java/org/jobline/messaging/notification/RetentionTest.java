package org.jobline.messaging.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept how long (docs/operations.md); uploads and kept answers have tests of their own. */
@HelpdeskTest
class RetentionTest {

  private final Given given;
  private final MessageRetention retention;
  private final AttachmentRepository attachments;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final RepositoryService repository;
  private final HistoryService history;

  RetentionTest(
      Given given, MessageRetention retention, AttachmentRepository attachments, TransactionTemplate transaction,
      JdbcClient jdbc, RepositoryService repository, HistoryService history) {
    this.given = given;
    this.retention = retention;
    this.attachments = attachments;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.repository = repository;
    this.history = history;
  }

  private UUID aMessageSent(String ago) {
    OrderUnderTest order = given.anOrderPendingAssign().perform("assign", with("how", "by e-mail"));
    UUID id = jdbc.sql("select id from notification where order_number = ?").param(order.number().value())
        .query(UUID.class).single();
    transaction.executeWithoutResult(status -> attachments.insert(
        id, 0, new Attachment("sheet.pdf", "application/pdf", new ByteArrayResource("x".getBytes(StandardCharsets.UTF_8)))));
    jdbc.sql("update notification set state = 'sent', sent_at = now() - ?::interval where id = ?").params(ago, id).update();
    return id;
  }

  private String message(UUID id) {
    return jdbc.sql("select concat_ws('|', state, subject, body_text, body_html, address) from notification where id = ?")
        .param(id).query(String.class).single();
  }

  private int filesOf(UUID id) {
    return jdbc.sql("""
        select count(*) from notification_attachment a join pg_largeobject_metadata f on f.oid = a.content
        where notification = ?""").param(id).query(Integer.class).single();
  }

  @Test
  void old_message_keeps_that_it_was_sent_and_loses_what_it_said() {
    UUID old = aMessageSent("731 days");
    UUID recent = aMessageSent("729 days");
    String before = message(recent);
    retention.forgetOld();
    assertThat(message(old)).isEqualTo("sent|[no longer kept]|||desk@alpha.example");
    assertThat(filesOf(old)).isZero();
    assertThat(message(recent)).isEqualTo(before);
    assertThat(filesOf(recent)).isEqualTo(1);
  }

  @Test
  void engine_forgets_the_history_of_every_diagram_and_table_some_day() {
    assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
        .extracting(ProcessDefinition::getHistoryTimeToLive).isNotEmpty().doesNotContainNull();
    assertThat(repository.createDecisionDefinitionQuery().latestVersion().list())
        .extracting(DecisionDefinition::getHistoryTimeToLive).isNotEmpty().doesNotContainNull();
    assertThat(history.findHistoryCleanupJobs()).as("the nightly clean-up").isNotEmpty();
  }
}
