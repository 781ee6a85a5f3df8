package org.jobline.messaging.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

@HelpdeskTest
class NotificationTest {

  private final Given given;
  private final ApiClient api;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final JavaMailSenderImpl smtp;
  private final JdbcClient jdbc;
  private final NotificationService notifications;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Rendering rendering;
  private final NotificationDetail detail;
  private final NotificationRepository repository;
  private GreenMail mail;

  NotificationTest(
      Given given, ApiClient api, ManagementService management, RuntimeService runtime, JavaMailSenderImpl smtp,
      JdbcClient jdbc,
      NotificationService notifications, Outbox outbox, TransactionTemplate transaction,
      Rendering rendering, NotificationDetail detail, NotificationRepository repository) {
    this.given = given;
    this.api = api;
    this.management = management;
    this.runtime = runtime;
    this.smtp = smtp;
    this.jdbc = jdbc;
    this.notifications = notifications;
    this.outbox = outbox;
    this.transaction = transaction;
    this.rendering = rendering;
    this.detail = detail;
    this.repository = repository;
  }

  @BeforeEach
  void startMailServer() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    smtp.setHost("127.0.0.1");
    smtp.setPort(mail.getSmtp().getPort());
  }

  @AfterEach
  void stopMailServer() {
    mail.stop();
  }

  private List<Job> jobs(OrderUnderTest order) {
    return runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(order.number().value()).processDefinitionKey("notification").list().stream()
        .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
        .toList();
  }

  /** Sends what waits, as the job executor would. */
  private List<MimeMessage> sent(OrderUnderTest order) {
    jobs(order).forEach(job -> management.executeJob(job.getId()));
    return Arrays.asList(mail.getReceivedMessages());
  }

  private List<String> told(OrderUnderTest order) {
    return jdbc.sql("select template || ' ' || address from notification where order_number = ? order by created_at, 1")
        .param(order.number().value()).query(String.class).list();
  }

  private String lastError(OrderUnderTest order) {
    return jdbc.sql("select last_error from notification where order_number = ?")
        .param(order.number().value()).query(String.class).list().get(0);
  }

  @Test
  void the_contractor_is_sent_the_order_when_it_is_assigned() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    List<MimeMessage> messages = sent(order);
    assertThat(messages).hasSize(1);
    MimeMessage message = messages.get(0);
    assertThat(message.getSubject()).contains(order.number().value());
    assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("desk@alpha.example");
    assertThat(message.getReplyTo()).extracting(Object::toString).containsExactly("helpdesk@jobline.example");
    assertThat(order.lastEvent().summary()).contains("assignment e-mail sent to Alpha Ltd <desk@alpha.example>");
    assertThat(jobs(order)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void only_people_who_can_log_in_are_led_to_the_page_of_the_order(Template template) {
    Rendering.Message message = rendering.render(template, OrderInMail.sample(), "en", ZoneOffset.UTC, "a fixed cost");
    boolean isForColleagues = Set.of(
        Template.AUTHORISATION, Template.AUTHORISATION_DECIDED, Template.SLA_AT_RISK_DESK,
        Template.SLA_BREACHED_DESK).contains(template);
    for (String text : List.of(message.text(), message.html())) {
      if (isForColleagues) {
        assertThat(text).contains("http://localhost:8080/camunda/app/tasklist/default/#/orders/R-100001");
      } else {
        assertThat(text).doesNotContain("http://localhost").doesNotContain("/camunda/").doesNotContain("Open the order");
      }
    }
  }

  private ApiClient.Answer read(Agent agent, OrderUnderTest order, Object id) {
    return api.call(agent, MockMvcRequestBuilders.get("/api/work-orders/" + order.number() + "/notifications/" + id));
  }

  private Map<String, Object> read(OrderUnderTest order) {
    String id = api.get("/api/work-orders/" + order.number()).at("/notifications/0/id").asText();
    ApiClient.Answer answer = read(Given.AGENT, order, id);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.content();
  }

  @Test
  void what_was_sent_can_be_read() {
    OrderUnderTest order = given.anAssignedOrder("description", "The <b>boiler</b> is cold");
    Map<String, Object> queued = read(order);
    assertThat(queued).containsEntry("state", "queued").containsEntry("recipient", "Alpha Ltd")
        .containsEntry("address", "desk@alpha.example").containsEntry("channel", "e-mail").doesNotContainKey("sentAt");
    assertThat(queued.get("createdAt")).isNotNull();
    assertThat(queued.get("subject").toString()).contains(order.number().value());
    assertThat(queued.get("text").toString()).contains("The <b>boiler</b> is cold");
    sent(order);
    assertThat(read(order)).containsEntry("state", "sent").containsEntry("text", queued.get("text"))
        .containsKey("sentAt");
  }

  @Test
  void whoever_may_not_see_the_order_may_not_read_what_was_sent() {
    OrderUnderTest order = given.anAssignedOrder();
    Object id = read(order).get("id");
    assertThat(read(new Agent("fiona", Set.of("finance")), order, id).status()).isEqualTo(200);
    assertThat(read(new Agent("olga", Set.of("process-owner")), order, id).status()).isEqualTo(403);
    assertThat(read(Given.AGENT, given.anAssignedOrder(), id).status()).isEqualTo(404);
    assertThat(read(Given.AGENT, order, UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void text_that_is_no_longer_kept_cannot_be_read() {
    OrderUnderTest order = given.anAssignedOrder();
    sent(order);
    repository.emptySentBefore(Instant.now().plus(Duration.ofDays(1)));
    assertThat(read(order)).containsEntry("subject", "[no longer kept]").doesNotContainKey("text");
  }

  @Test
  void the_building_is_told_when_the_work_is_completed() {
    OrderUnderTest order = given.aCompletedOrder();
    assertThat(told(order)).containsExactly("assign desk@alpha.example", "completed hannah@acme.example");
  }

  @Test
  void a_recalled_order_is_sent_in_other_words() {
    OrderUnderTest order = given.aCompletedOrder().perform("recall-job", with("priority", "P1", "why", "cold again"));
    order.perform("assign", with("how", "by e-mail"));
    assertThat(told(order)).contains("assigned-after-recall desk@alpha.example");
  }

  @Test
  void a_reinstated_order_is_sent_again_when_it_had_been_sent() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.perform("cancel-job", with()).perform("reinstate", with("how", "to previous status"));
    assertThat(told(order)).contains("assigned-after-recall desk@alpha.example");
  }

  @Test
  void a_reinstated_order_that_was_never_sent_is_not_sent() {
    OrderUnderTest order = given.anOrderPendingAssign();
    order.perform("cancel-job", with()).perform("reinstate", with("how", "to previous status"));
    assertThat(told(order)).containsExactly("completed hannah@acme.example");
  }

  @Test
  void the_contractor_that_loses_an_order_and_the_building_are_told() {
    OrderUnderTest order = given.anAssignedOrder().perform("change-resource", with("resource", "BETA"));
    assertThat(told(order)).contains("de-allocated desk@alpha.example", "completed hannah@acme.example");
  }

  @Test
  void a_contractor_that_never_knew_of_the_order_is_not_told_that_it_lost_it() {
    OrderUnderTest order = given.anOrderPendingAssign().perform("change-resource", with("resource", "BETA"));
    assertThat(told(order)).isEmpty();
  }

  @Test
  void a_cancellation_is_told_to_the_contractor_only_when_it_knew_of_the_order() {
    assertThat(told(given.anOrderPendingAssign().perform("cancel-job", with())))
        .containsExactly("completed hannah@acme.example");
    assertThat(told(given.anAssignedOrder().perform("cancel-job", with())))
        .contains("cancelled desk@alpha.example", "completed hannah@acme.example");
  }

  @Test
  void an_eta_is_asked_by_mail_only_when_the_agent_says_so() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.perform("request-eta", with("by", "phone", "spokeTo", "Dispatch"));
    assertThat(told(order)).doesNotContain("eta-requested desk@alpha.example");
    order.perform("request-eta", with("by", "e-mail"));
    assertThat(told(order)).contains("eta-requested desk@alpha.example");
  }

  @Test
  void the_building_is_told_the_eta() {
    OrderUnderTest order = given.anAcceptedOrder();
    order.perform("eta-provided", with("eta", "2199-01-01T10:00:00Z"));
    assertThat(told(order)).contains("eta hannah@acme.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accept-job", "stop-job", "reinstate"})
  void building_is_told_every_eta(String action) {
    String eta = "2199-01-01T10:00:00Z";
    OrderUnderTest order = switch (action) {
      case "accept-job" -> given.anAssignedOrder().perform(action, with("eta", eta));
      case "stop-job" -> revisit(given.anOrderOnSite(), action, "revisitEta", eta);
      default -> revisit(given.anOrderPendingAssign().perform("cancel-job", with()), action, "revisitEta", eta,
          "how", "with visit", "engineer", "Eve", "start", given.anAcceptedOrder().ago(Duration.ofHours(1)),
          "attending", 1);
    };
    assertThat(told(order)).filteredOn("eta hannah@acme.example"::equals).hasSize(1);
    assertThat(order.lastEvent().summary()).containsOnlyOnce("ETA e-mail sent to Hannah <hannah@acme.example>");
  }

  private static OrderUnderTest revisit(OrderUnderTest order, String action, Object... more) {
    return order.perform(action, but(with(
        "stoppedAt", order.now(), "outcome", "revisit required", "reasons", List.of("parts")), more));
  }

  @Test
  void nobody_is_told_of_an_eta_nobody_gave() {
    assertThat(told(given.aPausedOrder())).noneMatch(message -> message.startsWith("eta "));
  }

  @Test
  void the_building_is_told_when_a_visit_made_while_the_order_was_cancelled_did_the_work() {
    OrderUnderTest order = given.anAssignedOrder().perform("cancel-job", with());
    List<String> before = told(order);
    order.perform("reinstate", with("how", "with visit", "engineer", "Eve", "start", order.ago(Duration.ofHours(1)),
        "attending", 1, "stoppedAt", order.now(), "outcome", "completed"));
    assertThat(order.status()).isEqualTo("5.02");
    assertThat(told(order)).hasSize(before.size() + 1);
    assertThat(order.lastEvent().summary())
        .contains("completion e-mail sent to Hannah").doesNotContain("reassignment");
  }

  @Test
  void the_contractor_is_told_that_more_engineers_were_refused() {
    OrderUnderTest order = given.anAcceptedOrder()
        .perform("request-additional-engineers", with("rateGroup", "STD", "total", 3))
        .perform("additional-engineers-decision", with("decision", "refuse", "decidedBy", "Client"));
    assertThat(told(order)).contains("engineers-refused desk@alpha.example");
    assertThat(jdbc.sql("select body_text from notification where order_number = ? and template = 'engineers-refused'")
        .param(order.number().value()).query(String.class).single()).contains("3 × Standard engineer (currently 1)");
  }

  @Test
  void a_missing_address_is_no_error_but_the_event_says_so() {
    OrderUnderTest order = given.anAssignedOrder("resource", "NOMAIL");
    assertThat(order.status()).isEqualTo("1.03");
    assertThat(told(order)).isEmpty();
    assertThat(jobs(order)).isEmpty();
    assertThat(order.lastEvent().summary()).contains("assignment e-mail not sent: No Mail Ltd has no e-mail address");
  }

  @Test
  void an_action_succeeds_while_the_mail_server_is_down_and_the_mail_goes_out_once_afterwards() {
    mail.stop();
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(order.status()).isEqualTo("1.03");
    Job job = jobs(order).get(0);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
    }
    assertThat(runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).count()).isEqualTo(1);
    assertThat(jdbc.sql("select attempts from notification where order_number = ?")
        .param(order.number().value()).query(Integer.class).single()).isEqualTo(5);
    assertThat(lastError(order)).contains("Mail server connection failed");

    startMailServer();
    management.setJobRetries(job.getId(), 1);
    assertThat(sent(order)).hasSize(1);
    assertThat(lastError(order)).isNull();
    assertThat(runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).count()).isZero();
  }

  @Test
  void pauses_between_attempts_grow() {
    mail.stop();
    OrderUnderTest order = given.anAssignedOrder();
    Job job = jobs(order).get(0);
    // on a busy machine an attempt may take as long as a pause
    Date stopped = ClockUtil.getCurrentTime();
    ClockUtil.setCurrentTime(stopped);
    List<Long> pauses = new ArrayList<>();
    for (int attempt = 1; attempt <= 4; attempt++) {
      assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
      Job later = management.createJobQuery().jobId(job.getId()).singleResult();
      pauses.add(later.getDuedate().getTime() - stopped.getTime());
    }
    assertThat(pauses).isSorted().allMatch(pause -> pause > TimeUnit.SECONDS.toMillis(5));
  }

  @Test
  void sent_message_is_not_sent_again() {
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(sent(order)).hasSize(1);
    UUID id = jdbc.sql("select id from notification where order_number = ?")
        .param(order.number().value()).query(UUID.class).single();
    transaction.executeWithoutResult(begun -> outbox.send(id));
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_mail_repeated_because_its_sending_was_not_recorded_is_the_same_message() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    Notification queued = repository.of(order.number().value()).get(0);
    transaction.executeWithoutResult(begun -> {
      outbox.send(queued.id());
      begun.setRollbackOnly();
    });
    List<MimeMessage> messages = sent(order);
    assertThat(messages).hasSize(2);
    for (MimeMessage message : messages) {
      assertThat(message.getMessageID()).isEqualTo(queued.messageId());
    }
  }

  @Test
  void two_nodes_that_send_the_same_message_send_it_once() throws Exception {
    OrderUnderTest order = given.anAssignedOrder();
    UUID id = jdbc.sql("select id from notification where order_number = ?")
        .param(order.number().value()).query(UUID.class).single();
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<Void> node = () -> {
      start.await();
      transaction.executeWithoutResult(begun -> outbox.send(id));
      return null;
    };
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
        done.get(30, TimeUnit.SECONDS);
      }
    } finally {
      nodes.shutdownNow();
    }
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void nobody_is_told_twice_of_the_same_cause() {
    OrderUnderTest order = given.anOrderPendingAssign();
    OrderInMail content = new OrderInMail(order.number().value(), "1.00", "s", "a", "w", "p", "d",
        Optional.empty(), "c", "", "", Optional.empty());
    Recipient recipient = new Recipient("Rita", Optional.of("rita@r.example"), "en", ZoneOffset.UTC);
    transaction.executeWithoutResult(begun -> {
      notifications.queue(Template.ASSIGN, content, recipient, "event 7");
      notifications.queue(Template.ASSIGN, content, recipient, "event 7");
    });
    assertThat(told(order)).hasSize(1);
    assertThat(jobs(order)).hasSize(1);
  }

  @Test
  void markup_in_a_description_is_shown_as_text() throws Exception {
    OrderUnderTest order = given.anAssignedOrder("description", "<script>alert('x')</script> & more");
    MimeMessage message = sent(order).get(0);
    String whole = GreenMailUtil.getWholeMessage(message);
    String html = whole.substring(whole.indexOf("text/html"));
    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>");
  }

  @Test
  void a_line_break_cannot_begin_another_header() {
    Rendering.Message message = rendering.render(Template.ASSIGN,
        new OrderInMail("R-100001", "1.00", "Shop\r\nBcc: everybody@evil.example", "a", "w", "p", "d",
        Optional.empty(), "c", "", "", Optional.empty()), "en", ZoneOffset.UTC);
    assertThat(message.subject()).doesNotContain("\r", "\n");
  }

  @Test
  void an_address_that_would_begin_another_header_is_not_sent_to() {
    OrderUnderTest order = given.anOrderPendingAssign();
    OrderInMail content = new OrderInMail(order.number().value(), "1.00", "s", "a", "w", "p", "d",
        Optional.empty(), "c", "", "", Optional.empty());
    Recipient recipient = new Recipient("Rita", Optional.of("rita@r.example\r\nBcc: everybody@evil.example"), "en",
        ZoneOffset.UTC);
    transaction.executeWithoutResult(begun -> notifications.queue(Template.ASSIGN, content, recipient, "event 7"));
    Job job = jobs(order).get(0);
    assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(lastError(order)).contains("cannot be made");
  }

  @Test
  void times_are_those_of_the_recipient() {
    jdbc.sql("update resource set time_zone = 'America/New_York' where code = 'GAMMA'").update();
    try {
      OrderUnderTest order = given.anAssignedOrder("resource", "GAMMA", "scheduleKind", "exact",
          "scheduleFrom", "2199-01-01T10:00:00Z", "confirmFar", true);
      assertThat(jdbc.sql("select body_text from notification where order_number = ?")
          .param(order.number().value()).query(String.class).single())
          .contains("at Tuesday 1 January 2199, 05:00 (America/New_York)");
    } finally {
      jdbc.sql("update resource set time_zone = 'Europe/London' where code = 'GAMMA'").update();
    }
  }

  @Test
  void the_order_says_who_was_told_what() {
    OrderUnderTest order = given.anAssignedOrder();
    assertThat(notificationsOf(order)).singleElement()
        .satisfies(view -> assertThat(view.state()).isEqualTo("queued"))
        .satisfies(view -> assertThat(view.sentAt()).isNull());
    sent(order);
    assertThat(notificationsOf(order)).singleElement().satisfies(view -> {
      assertThat(view.template()).isEqualTo("assign");
      assertThat(view.recipient()).isEqualTo("Alpha Ltd");
      assertThat(view.address()).isEqualTo("desk@alpha.example");
      assertThat(view.state()).isEqualTo("sent");
      assertThat(view.sentAt()).isNotNull();
    });
  }

  private List<NotificationDetail.NotificationView> notificationsOf(OrderUnderTest order) {
    return detail.of(order.present().order()).notifications();
  }

  @Test
  void a_failure_that_comes_late_leaves_no_error_on_what_was_sent() {
    OrderUnderTest order = given.anAssignedOrder();
    sent(order);
    repository.failed(repository.of(order.number().value()).get(0).id(), "timeout");
    assertThat(lastError(order)).isNull();
  }
}
