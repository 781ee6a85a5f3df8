package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk and the escalation contacts are told of targets that have passed, of each once. */
@HelpdeskTest
class BreachTest {

  private static final Duration LATE = Duration.ofHours(4);

  private final Given given;
  private final ManagementService management;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;

  BreachTest(Given given, ManagementService management, RuntimeService runtime, JdbcClient jdbc) {
    this.given = given;
    this.management = management;
    this.runtime = runtime;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void nameWhomToTell() {
    jdbc.sql("insert into contact (site, role, name, email) values ('HQ', 'escalation', 'Edith', 'edith@acme.example')")
        .update();
  }

  @AfterEach
  void forgetWhomToTell() {
    jdbc.sql("delete from contact where role = 'escalation' and name = 'Edith'").update();
  }

  /** As every minute; what other tests left is nobody's news here. */
  private void look(OrderUnderTest order) {
    jdbc.sql("""
        insert into sla_breach select c.id, t.target, now() from sla_clock c,
          (values ('RESPOND'), ('TEMPORARY_FIX'), ('FIX')) t (target) where c.order_number <> ? on conflict do nothing""")
        .param(order.number().value()).update();
    management.executeJob(management.createJobQuery().processDefinitionKey("breach-watch").timers()
        .singleResult().getId());
  }

  private List<Job> toBeTold(OrderUnderTest order) {
    return runtime.createProcessInstanceQuery().processDefinitionKey("breach")
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
}
