package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk is warned of targets at risk and, with the escalation contacts, told of missed ones: of each level once. */
@HelpdeskTest
class EscalationTest {

  private static final Duration LATE = Duration.ofHours(4);

  private final Given given;
  private final ApiClient api;
  private final RepositoryService repository;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;

  EscalationTest(
      Given given, ApiClient api, ManagementService management, RuntimeService runtime, RepositoryService repository,
      JdbcClient jdbc) {
    this.given = given;
    this.api = api;
    this.repository = repository;
    this.management = management;
    this.runtime = runtime;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void nameWhomToTell() {
    jdbc.sql("""
        insert into contact (site, role, name, email, escalation_level) values
          ('HQ', 'escalation', 'Edith', 'edith@acme.example', 1), ('HQ', 'escalation', 'Bess', 'boss@acme.example', 3)""")
        .update();
  }

  @AfterEach
  void forgetWhomToTell() {
    jdbc.sql("delete from contact where role = 'escalation' and name in ('Edith', 'Bess')").update();
  }

  /** As every minute; what other tests left is nobody's news here. */
  private void look(OrderUnderTest order) {
    jdbc.sql("""
        insert into sla_escalation (clock, target, level, told_at) select c.id, t.target, l.level, now() from sla_clock c,
          (values ('RESPOND'), ('TEMPORARY_FIX'), ('FIX')) t (target), (values (0), (1)) l (level)
        where c.order_number <> ? on conflict do nothing""")
        .param(order.number().value()).update();
    management.executeJob(management.createJobQuery().processDefinitionKey("breach-watch").timers()
        .singleResult().getId());
  }

  private List<Job> toBeTold(OrderUnderTest order) {
    return runtime.createProcessInstanceQuery().processDefinitionKeyIn("breach", "target-at-risk")
        .processInstanceBusinessKey(order.number().value()).list().stream()
        .map(breach -> management.createJobQuery().processInstanceId(breach.getId()).singleResult()).toList();
  }

  private void lookAndTell(OrderUnderTest order) {
    look(order);
    toBeTold(order).forEach(job -> management.executeJob(job.getId()));
  }

  private List<String> told(OrderUnderTest order) {
    return jdbc.sql("""
        select address from notification where order_number = ? and template = 'sla-breached' order by created_at, address""")
        .param(order.number().value()).query(String.class).list();
  }

  @Test
  void the_desk_and_the_escalation_contacts_are_told_once() {
    OrderUnderTest order = given.anAssignedOrder();
    lookAndTell(order);
    assertThat(told(order)).isEmpty();
    lookAndTell(order.waits(LATE));
    assertThat(told(order)).containsExactly("edith@acme.example", "helpdesk@jobline.example");
    assertThat(order.lastEvent()).extracting("label", "agent").containsExactly("SLA breached", "system");
    assertThat(order.lastEvent().summary()).startsWith("SLA breached: Respond was due ")
        .contains("SLA breach e-mail sent to Helpdesk").contains("Edith");
    lookAndTell(order);
    assertThat(told(order)).hasSize(2);
  }

  @Test
  void only_the_desk_gets_a_link_to_the_order() {
    OrderUnderTest order = given.anAssignedOrder();
    lookAndTell(order.waits(LATE));
    assertThat(jdbc.sql("select address from notification where order_number = ? and body_text like '%#/orders/%'")
        .param(order.number().value()).query(String.class).list()).containsExactly("helpdesk@jobline.example");
    assertThat(jdbc.sql("select distinct subject from notification where order_number = ? and template = 'sla-breached'")
        .param(order.number().value()).query(String.class).single())
        .isEqualTo("Work order " + order.number() + ": SLA breached, Boiler at Head office");
  }

  @Test
  void each_target_is_told_of() {
    OrderUnderTest order = given.anAssignedOrder().waits(Duration.ofDays(30));
    lookAndTell(order);
    assertThat(breaches(order)).containsExactlyInAnyOrder("Respond", "Temporary fix", "Fix");
  }

  private static List<String> breaches(OrderUnderTest order) {
    return order.events().stream().filter(event -> event.action().equals("sla-breached"))
        .map(event -> event.summary().replaceFirst("SLA breached: (.*?) was due.*", "$1")).toList();
  }

  @Test
  void what_is_met_or_given_up_before_it_is_told_is_not_told() {
    OrderUnderTest met = given.anAcceptedOrder().waits(LATE);
    look(met);
    assertThat(toBeTold(met)).hasSize(1);
    met.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    toBeTold(met).forEach(job -> management.executeJob(job.getId()));
    assertThat(told(met)).isEmpty();
    assertThat(met.lastEvent().action()).isEqualTo("start-job-field-team");

    OrderUnderTest cancelled = given.anAssignedOrder().perform("cancel-job", with()).waits(LATE);
    look(cancelled);
    assertThat(toBeTold(cancelled)).isEmpty();
  }

  @Test
  void a_recall_has_targets_of_its_own() {
    OrderUnderTest order = given.anAssignedOrder().waits(LATE);
    lookAndTell(order);
    order.perform("accept-job", with()).perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    order.perform("recall-job", with("priority", "P1", "why", "cold again")).waits(Duration.ofDays(30));
    lookAndTell(order);
    assertThat(breaches(order)).containsExactlyInAnyOrder("Respond", "Respond", "Temporary fix", "Fix");
  }

  private Instant respond(OrderUnderTest order, String what) {
    return Instant.parse(api.get("/api/work-orders/" + order.number()).at("/sla/respond/" + what).asText());
  }

  /** The share of the time to the first response that is used up then. */
  private void lookAndTellAfter(OrderUnderTest order, double share) {
    Instant start = order.present().loggedAt();
    Duration time = Duration.between(start, respond(order, "due"));
    Instant then = start.plusSeconds(Math.round(time.toSeconds() * share) + 1);
    order.waits(Duration.between(ClockUtil.getCurrentTime().toInstant(), then));
    lookAndTell(order);
  }

  private List<String> mails(OrderUnderTest order, String template) {
    return jdbc.sql(
            "select address from notification where order_number = ? and template = ? order by created_at, address")
        .params(order.number().value(), template).query(String.class).list();
  }

  private static List<String> labels(OrderUnderTest order) {
    return order.events().stream().filter(event -> event.agent().equals("system")).map(OrderEvent::label).toList();
  }

  @Test
  void the_desk_is_warned_once_of_a_target_at_risk_and_its_order_becomes_more_urgent() {
    OrderUnderTest order = given.anAssignedOrder();
    lookAndTellAfter(order, 0.7);
    assertThat(labels(order)).isEmpty();
    int urgency = urgency(order);
    lookAndTellAfter(order, 0.75);
    assertThat(mails(order, "sla-at-risk")).containsExactly("helpdesk@jobline.example");
    assertThat(order.lastEvent().label()).isEqualTo("SLA target at risk");
    assertThat(order.lastEvent().summary()).startsWith("SLA target at risk: Respond is due ")
        .contains("SLA warning e-mail sent to Helpdesk");
    assertThat(urgency(order)).isGreaterThan(urgency).isLessThan(urgency + 10);
    lookAndTellAfter(order, 0.8);
    assertThat(mails(order, "sla-at-risk")).hasSize(1);

    order.perform("accept-job", with()).perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    assertThat(urgency(order)).as("with the next target still far away").isEqualTo(urgency);
  }

  private int urgency(OrderUnderTest order) {
    return jdbc.sql("select distinct priority_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
            + " where e.business_key_ = ?").param(order.number().value()).query(Integer.class).single();
  }

  @Test
  void a_missed_target_is_told_at_each_further_level_once_to_the_contacts_of_that_level() {
    OrderUnderTest order = given.anAssignedOrder();
    lookAndTellAfter(order, 1);
    assertThat(labels(order)).containsExactly("SLA breached");
    lookAndTellAfter(order, 1.2);
    assertThat(labels(order)).hasSize(1);
    lookAndTellAfter(order, 1.25);
    assertThat(labels(order)).containsExactly("SLA breached", "SLA breached, level 2");
    assertThat(mails(order, "sla-breached")).containsExactlyInAnyOrder("edith@acme.example",
        "helpdesk@jobline.example", "edith@acme.example", "helpdesk@jobline.example");
    lookAndTell(order);
    lookAndTellAfter(order, 1.5);
    lookAndTell(order);
    assertThat(labels(order)).filteredOn(label -> !label.equals("SLA target at risk"))
        .containsExactly("SLA breached", "SLA breached, level 2", "SLA breached, level 3");
    assertThat(mails(order, "sla-breached")).hasSize(7).containsOnlyOnce("boss@acme.example");
  }

  @Test
  void after_the_target_has_moved_the_next_level_waits_for_its_new_time() {
    OrderUnderTest order = given.anOrderPendingAssign();
    lookAndTellAfter(order, 1);
    assertThat(labels(order)).containsExactly("SLA breached");
    Instant before = respond(order, "due");
    order.perform("edit-work-order", with("priority", "P2"));
    assertThat(respond(order, "due")).isAfter(before);
    lookAndTell(order);
    assertThat(labels(order)).containsExactly("SLA breached");
    lookAndTellAfter(order, 1.2);
    assertThat(labels(order)).containsExactly("SLA breached");
    lookAndTellAfter(order, 1.25);
    assertThat(labels(order)).containsExactly("SLA breached", "SLA breached, level 2");
  }

  @Test
  void nothing_further_is_told_of_an_order_that_is_attended_to_or_cancelled() {
    OrderUnderTest attended = given.anAcceptedOrder();
    lookAndTellAfter(attended, 1);
    attended.perform("start-job-field-team", with("engineer", "Eve", "attending", 1));
    lookAndTell(attended.waits(Duration.ofHours(2)));
    OrderUnderTest cancelled = given.anAssignedOrder();
    lookAndTellAfter(cancelled, 1);
    cancelled.perform("cancel-job", with());
    lookAndTell(cancelled.waits(Duration.ofHours(2)));
    assertThat(labels(attended)).doesNotContain("SLA breached, level 2");
    assertThat(labels(cancelled)).containsExactly("SLA breached");
  }

  @Test
  void a_process_owner_says_who_is_told_and_when() throws IOException {
    String table = Files.readString(Path.of("processes/decisions/sla-escalation.dmn"));
    repository.createDeployment().addString("sla-escalation.dmn", table
        .replaceFirst("\"desk\"", "\"desk and escalation contacts\"")
        .replace("<text>0.25</text>", "<text>0.1</text>").replace("<text>0.5</text>", "<text>0.2</text>")).deploy();
    try {
      OrderUnderTest order = given.anAssignedOrder();
      lookAndTellAfter(order, 0.75);
      assertThat(mails(order, "sla-at-risk")).containsExactlyInAnyOrder("edith@acme.example", "helpdesk@jobline.example");
      lookAndTellAfter(order, 1);
      lookAndTellAfter(order, 1.1);
      lookAndTellAfter(order, 1.2);
      assertThat(labels(order)).endsWith("SLA breached, level 2", "SLA breached, level 3");
    } finally {
      repository.createDeployment().addString("sla-escalation.dmn", table).deploy();
    }
  }

  @Test
  void an_order_due_soon_is_in_the_list_of_such() {
    OrderUnderTest order = given.anAssignedOrder();
    String asked = "/api/work-orders?due=soon&text=" + order.number();
    assertThat(api.get(asked).path("items")).isEmpty();
    lookAndTellAfter(order, 0.75);
    assertThat(api.get(asked).path("items")).hasSize(1);
    lookAndTellAfter(order, 1);
    assertThat(api.get(asked).path("items")).isEmpty();
  }
}
