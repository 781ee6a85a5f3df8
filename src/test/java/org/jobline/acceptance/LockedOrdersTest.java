package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.Submission;
import org.jobline.fixture.Given;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Seed;
import org.jobline.fixture.ServedTest;
import org.jobline.lifecycle.visit.VisitService;
import org.jobline.order.OrderNumber;
import org.jobline.platform.security.Browser;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.workorder.WorkOrders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * While an order waits for authorisation, a random try of every action over every way in changes nothing. A failure
 * tells the seed; {@code -Djobline.seed=…} takes another.
 */
@ServedTest
class LockedOrdersTest {

  private static final int TRIES = 10_000;
  private static final List<String> STATUSES = List.of(
      "0.03", "0.04", "0.05", "1.00", "1.01", "1.02", "1.03", "1.04", "2.00", "3.00", "4.00", "4.01", "5.00", "5.01");
  /** What stays possible. */
  private static final String PRIVATE_NOTE = "add-notes-private";
  private static final String AUTHORISE = "authorise";
  private static final String ANSWER = "answer-authorisation-question";
  private static final Agent FINANCE = new Agent("finance", Set.of("finance"));
  private static final Agent MANAGER = new Agent("manager", Set.of("manager"));
  /** Whoever asked for it may not authorise it, whatever his groups. */
  private static final Agent ASKER = new Agent("agent", Set.of("helpdesk", "finance", "manager"));
  private static final Agent SECOND_AGENT = new Agent("agent2", Set.of("helpdesk"));

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired ActionService actions;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired ManagementService management;
  @Autowired JdbcClient jdbc;
  @Autowired ContractorService contractors;
  @Autowired WorkOrders workOrders;
  @Autowired VisitService visits;
  @Autowired Clock clock;
  @Autowired ObjectMapper json;

  private final long seed = Seed.orElse(20_261_127);
  private final Random random = new Random(seed);
  private final Map<String, Integer> ways = new TreeMap<>();
  private final List<Locked> orders = new ArrayList<>();
  private final List<String> everyAction = Stream.of(Path.of("forms").toFile().list())
      .filter(file -> file.endsWith(".form"))
      .map(form -> form.replace(".form", ""))
      .filter(action -> !ValidFields.LOGGING.contains(action) && !action.equals(PRIVATE_NOTE))
      .sorted().toList();
  private Map<String, Browser> callers;
  private Map<String, Browser> inTasklist;
  private ValidFields validFields;

  /** An order that waits, with the tasks that were open when it began to. */
  private record Locked(OrderUnderTest order, List<String> tasks, String picture) {

    OrderNumber number() {
      return order.number();
    }
  }

  private interface Way {
    /** @return what came of it; it must be a refusal */
    Object take(Locked locked, String action, Map<String, Object> fields) throws Exception;
  }

  @BeforeEach
  void lockOrders() {
    validFields = new ValidFields(given, contractors, workOrders, visits, jdbc, clock);
    callers = browsers(false);
    inTasklist = browsers(true);
    STATUSES.forEach(status -> orders.add(locked(given.anOrderIn(status), "waiting")));
    orders.add(locked(given.anOrderIn("1.00"), "on hold"));
    orders.add(locked(given.anOrderIn("2.00"), "information required"));
  }

  @AfterEach
  void realTime() {
    ClockUtil.reset();
  }

  private Map<String, Browser> browsers(boolean tasklist) {
    Map<String, Browser> browsers = new LinkedHashMap<>();
    Stream.of("agent", "agent2", "manager").forEach(user -> browsers.put(user,
        tasklist ? new Browser(port).inTasklistAs(user) : new Browser(port).as(user)));
    return browsers;
  }

  private Locked locked(OrderUnderTest order, String state) {
    order.offered().stream().filter(action -> everyAction.contains(action) && !action.equals("set-fixed-cost"))
        .forEach(order::open);
    List<String> open = order.openTasks();
    order.perform("set-fixed-cost", with("amount", 60_000, "sure", true));
    switch (state) {
      case "on hold" -> order.perform(FINANCE, AUTHORISE,
          with("decision", state, "onHoldUntil", order.in(Duration.ofDays(900))));
      case "information required" -> order.perform(FINANCE, AUTHORISE, with("decision", state, "question", "Why?"));
      default -> { }
    }
    assertThat(order.present().locked()).isTrue();
    return new Locked(order, open, picture(order.number()));
  }

  @Test
  void a_random_try_of_every_action_over_every_way_in_changes_nothing() {
    Map<String, Way> all = new LinkedHashMap<>();
    all.put("perform", (locked, action, fields) -> actions.perform(
        anybodyBut(action), locked.number(), new ActionKey(action), Submission.of(fields)));
    all.put("open", (locked, action, fields) -> actions.open(
        anybodyBut(action), locked.number(), new ActionKey(action), null));
    all.put("task", (locked, action, fields) -> complete(any(locked.tasks()), fields));
    all.put("upload", (locked, action, fields) -> locked.order().file("Gas safety certificate"));
    Map<String, Way> web = new LinkedHashMap<>();
    web.put("REST perform", (locked, action, fields) -> caller(action).post(
        "/api/work-orders/" + locked.number() + "/actions/" + action, text(fields)));
    web.put("REST open", (locked, action, fields) -> caller(action).post(
        "/api/work-orders/" + locked.number() + "/actions/" + action + "/open", "{}"));
    web.put("engine REST complete", (locked, action, fields) -> callers.get("agent").post(
        "/engine-rest/task/" + any(locked.tasks()) + "/complete", variables(fields)));
    web.put("engine REST submit", (locked, action, fields) -> callers.get("agent").post(
        "/engine-rest/task/" + any(locked.tasks()) + "/submit-form", variables(fields)));
    web.put("Tasklist submit", (locked, action, fields) -> inTasklist.get(any(List.of("agent", "agent2"))).post(
        "/camunda/api/engine/engine/default/task/" + any(locked.tasks()) + "/submit-form", variables(fields)));
    web.put("engine REST message", (locked, action, fields) -> callers.get("agent").post("/engine-rest/message",
        text(Map.of("messageName", action, "businessKey", locked.number().value()))));
    Instant start = Instant.now();
    for (int done = 0; done < TRIES; done++) {
      Map<String, Way> some = random.nextInt(10) == 0 ? web : all;
      try {
        take(any(List.copyOf(some.keySet())), some, any(orders), any(everyAction));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + seed + ", try " + done, e);
      }
    }
    assertThat(ways).as("ways in that were tried").hasSize(all.size() + web.size());
    orders.forEach(this::assertNoTimerGoesOff);
    System.out.println("Seed " + seed + ": " + ways + " in " + Duration.between(start, Instant.now()).toSeconds() + " s");
  }

  private void take(String name, Map<String, Way> some, Locked locked, String action) {
    Map<String, Object> fields = random.nextInt(4) == 0 ? Map.of()
        : validFields.of(action, locked.number(), random).orElse(Map.of());
    Object[] answer = new Object[1];
    Throwable refusal = catchThrowable(() -> answer[0] = some.get(name).take(locked, action, fields));
    if (answer[0] instanceof HttpResponse<?> response) {
      assertThat(response.statusCode()).as("%s of %s on %s: %s", name, action, locked.number(), response.body())
          .isBetween(400, 599);
    } else {
      assertThat(refusal).as("%s of %s on %s", name, action, locked.number()).isNotNull();
    }
    assertThat(picture(locked.number())).as("%s after %s of %s", locked.number(), name, action)
        .isEqualTo(locked.picture());
    ways.merge(name, 1, Integer::sum);
  }

  /** Whoever might try, but for those the task is for. */
  private Agent anybodyBut(String action) {
    return switch (action) {
      case AUTHORISE -> any(List.of(Given.AGENT, SECOND_AGENT, MANAGER, ASKER));
      case ANSWER -> FINANCE;
      default -> any(List.of(Given.AGENT, SECOND_AGENT, FINANCE, MANAGER, ASKER));
    };
  }

  private Browser caller(String action) {
    if (action.equals(ANSWER)) {
      return new Browser(port).as("finance");
    }
    return callers.get(any(List.copyOf(callers.keySet())));
  }

  private Object complete(String task, Map<String, Object> fields) {
    identity.setAuthentication("agent", List.of("helpdesk"));
    try {
      tasks.complete(task, fields);
      return task;
    } finally {
      identity.clearAuthentication();
    }
  }

  /** Years go by; nothing of the order's is due. */
  private void assertNoTimerGoesOff(Locked locked) {
    ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofDays(800))));
    assertThat(locked.order().instances())
        .flatExtracting(instance -> management.createJobQuery().processInstanceId(instance.getId())
            .timers().executable().list())
        .as("timers that would go off on %s", locked.number()).isEmpty();
  }

  private String text(Object content) throws JsonProcessingException {
    return json.writeValueAsString(content);
  }

  private String variables(Map<String, Object> fields) throws JsonProcessingException {
    Map<String, Object> variables = new LinkedHashMap<>();
    fields.forEach((key, value) -> variables.put(key, Map.of("value", value instanceof List<?> ? "[]" : value)));
    return text(Map.of("variables", variables));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Everything an action may change. */
  private String picture(OrderNumber number) {
    return jdbc.sql("""
        with instance as (select distinct e.proc_inst_id_ from act_ru_execution e where e.business_key_ = :number)
        select md5(o::text || (select w::text from work_order w where w.number = o.number)
          || (select concat(count(*), max(sequence), max(hash)) from order_event where order_number = o.number)
          || coalesce((select string_agg(v::text, '' order by id) from visit v where order_number = o.number), '')
          || coalesce((select string_agg(c::text, '') from order_cost c where order_number = o.number), '')
          || coalesce((select string_agg(s::text, '' order by id) from sla_clock s where order_number = o.number), '')
          || coalesce((select d::text from order_target d where order_number = o.number), '')
          || coalesce((select string_agg(r::text, '' order by id) from authorisation_request r where order_number = o.number), '')
          || (select count(*) from notification where order_number = o.number)
          || (select count(*) from document where order_number = o.number)
          || coalesce((select string_agg(e.id_ || e.act_id_, '' order by e.id_) from act_ru_execution e
            join instance i on i.proc_inst_id_ = e.proc_inst_id_), '')
          || coalesce((select string_agg(t.id_ || t.rev_, '' order by t.id_) from act_ru_task t
            join instance i on i.proc_inst_id_ = t.proc_inst_id_), '')
          || coalesce((select string_agg(v.id_ || v.rev_, '' order by v.id_) from act_ru_variable v
            join instance i on i.proc_inst_id_ = v.proc_inst_id_), ''))
        from orders o where o.number = :number""")
        .param("number", number.value()).query(String.class).single();
  }
}
