package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.jobline.action.Agent;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.workorder.Journal;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of lock, request and process after each of many random costs and decisions, while the orders live their
 * lives. A failure tells the seed and what was done; {@code -Djobline.seed=…} does the same again.
 */
@HelpdeskTest
@Import(ValidFields.class)
class AuthorisationInvariantsTest {

  /** As many as chance needs to have done everything, within limits. */
  private static final int LEAST_STEPS = 300;
  private static final int MOST_STEPS = 3_000;
  private static final Set<String> EVERYTHING = Set.of("priced", "authorise", "refuse", "on hold",
      "information required", "answered", "waited", "re-enter", "bypass", "reinstated", "moved");
  private static final int ORDERS = 12;
  private static final Map<String, Agent> DECIDERS = Map.of(
      "finance", new Agent("fiona", Set.of("finance")), "manager", new Agent("mark", Set.of("manager")));
  private static final Agent MANAGER_AT_THE_DESK = new Agent("mia", Set.of("manager"));
  private static final List<String> STATUSES = List.of("0.03", "0.05", "1.00", "1.03", "2.00", "3.00", "4.01", "5.01");

  private final Given given;
  private final Journal journal;
  private final TaskService tasks;
  private final ManagementService management;
  private final JdbcClient jdbc;
  private final ValidFields validFields;
  private final long seed = Optional.ofNullable(Long.getLong("jobline.seed")).orElseGet(System::nanoTime);
  private final Random random = new Random(seed);
  private final Map<String, Integer> done = new TreeMap<>();

  AuthorisationInvariantsTest(
      Given given, Journal journal, TaskService tasks, ManagementService management, JdbcClient jdbc,
      ValidFields validFields) {
    this.given = given;
    this.journal = journal;
    this.tasks = tasks;
    this.management = management;
    this.jdbc = jdbc;
    this.validFields = validFields;
  }

  private record Life(OrderUnderTest order, List<String> story) {}

  @Test
  void lock_request_and_process_always_agree() {
    List<Life> lives = new ArrayList<>();
    for (int step = 0; step < LEAST_STEPS || !done.keySet().containsAll(EVERYTHING) && step < MOST_STEPS; step++) {
      if (lives.size() < ORDERS) {
        lives.add(new Life(given.anOrderIn(any(STATUSES)), new ArrayList<>()));
      }
      Life life = any(lives);
      try {
        step(life);
        check(life.order());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + seed + ", step " + step + ", " + life.order().number() + ":\n  "
            + String.join("\n  ", life.story()), e);
      }
      if (life.story().size() > 40 || life.order().process("reactive") == null) {
        lives.remove(life);
      }
    }
    assertThat(journal.verify(Optional.empty()).valid()).isTrue();
    assertThat(done.keySet()).containsAll(EVERYTHING);
  }

  private void step(Life life) {
    OrderUnderTest order = life.order();
    String state = state(order);
    if (order.present().locked()) {
      switch (state) {
        case "ON_HOLD" -> {
          tell(life, "waited");
          order.waits(Duration.ofHours(2));
        }
        case "INFORMATION_REQUIRED" -> {
          tell(life, "answered");
          order.perform("answer-authorisation-question", with("answer", "Because"));
        }
        default -> decide(life);
      }
    } else if (order.offered().contains("reinstate")) {
      reinstate(life);
    } else if (order.offered().contains("set-fixed-cost") && random.nextBoolean()) {
      int amount = any(List.of(300, 12_500, 60_000));
      tell(life, "priced");
      order.perform("set-fixed-cost", with("amount", amount, "sure", true));
    } else {
      move(life);
    }
  }

  private void decide(Life life) {
    String profile = life.order().present().authorisationLock().orElseThrow().profile();
    Map<String, Object> fields = validFields.of("authorise", life.order().number(), random).orElseThrow();
    if (fields.get("decision").equals("refuse") && random.nextBoolean()) {
      fields = but(fields, "fallback", any(earlierCosts(life.order())));
    }
    tell(life, fields.get("decision").toString());
    life.order().perform(DECIDERS.get(profile), "authorise", fields);
  }

  private List<String> earlierCosts(OrderUnderTest order) {
    return jdbc.sql("""
        select unnest(array['none']
          || case when amount_before > 0 then array['calculated cost'] else '{}' end
          || case when fixed_before is not null then array['previous fixed cost'] else '{}' end)
        from authorisation_request where order_number = ? and state = 'WAITING'""")
        .param(order.number().value()).query(String.class).list();
  }

  private void reinstate(Life life) {
    boolean unsettled = "REFUSED".equals(state(life.order())) && jdbc.sql("""
        select order_cancelled and reinstated_with is null from authorisation_request
        where order_number = ? order by id desc limit 1""")
        .param(life.order().number().value()).query(Boolean.class).single();
    if (!unsettled) {
      tell(life, "reinstated");
      life.order().perform("reinstate", with("how", "to previous status"));
      return;
    }
    String choice = any(List.of("re-enter", "bypass"));
    tell(life, choice);
    life.order().perform(MANAGER_AT_THE_DESK, "reinstate", with("how", "to previous status", "authorisation", choice));
  }

  private void move(Life life) {
    List<String> offered = life.order().offered().stream()
        .filter(action -> !action.equals("set-fixed-cost") && !action.equals("set-accrual-to-zero"))
        .filter(action -> !action.matches(".*(document|note).*"))
        .toList();
    String action = any(offered);
    validFields.of(action, life.order().number(), random).ifPresent(fields -> {
      tell(life, "moved");
      life.story().add("  by " + action + " " + fields);
      life.order().perform(action, fields);
    });
  }

  private void tell(Life life, String what) {
    done.merge(what, 1, Integer::sum);
    life.story().add(life.order().status() + " " + what);
  }

  private String state(OrderUnderTest order) {
    return jdbc.sql("select state from authorisation_request where order_number = ? order by id desc limit 1")
        .param(order.number().value()).query(String.class).optional().orElse("");
  }

  private void check(OrderUnderTest order) {
    String number = order.number().value();
    boolean locked = order.present().locked();
    int open = jdbc.sql("""
        select count(*) from authorisation_request
        where order_number = ? and state in ('WAITING', 'ON_HOLD', 'INFORMATION_REQUIRED')""")
        .param(number).query(Integer.class).single();
    assertThat(open).as("open requests").isEqualTo(locked ? 1 : 0);
    assertThat(order.process("authorisation") != null).as("an authorisation runs").isEqualTo(locked);
    assertThat(waits(order)).as("what the authorisation waits with").isEqualTo(locked ? 1 : 0);
    assertThat(timers(order, locked)).as("timers that should not " + (locked ? "run" : "stand still")).isZero();
    if (locked) {
      assertThat(order.offered()).isSubsetOf("add-notes-private", "answer-authorisation-question");
    }
    boolean unauthorised = jdbc.sql("""
        select exists (select from work_order_cost c where c.order_number = :number and c.fixed > 10000
          and not exists (select from authorisation_request r where r.order_number = :number
            and r.amount_after = c.fixed and (r.state = 'AUTHORISED' or r.reinstated_with = 'bypass')))""")
        .param("number", number).query(Boolean.class).single();
    boolean cancelled = order.present().cancelledAt().isPresent();
    assertThat(unauthorised && !locked && !cancelled).as("goes on with a cost nobody authorised").isFalse();
  }

  /** Its task, the question's, or its timer. */
  private long waits(OrderUnderTest order) {
    long waiting = tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())
        .taskDefinitionKeyIn("authorise", "answerAuthorisationQuestion").count();
    return order.process("authorisation") == null ? waiting : waiting + management.createJobQuery()
        .processInstanceId(order.process("authorisation").getId()).timers().active().count();
  }

  /** Timers of the lifecycle that are in the wrong of two states. */
  private long timers(OrderUnderTest order, boolean active) {
    String lifecycle = order.process("reactive") == null ? "" : order.process("reactive").getId();
    return order.instances().stream()
        .filter(instance -> lifecycle.equals(instance.getRootProcessInstanceId()))
        .mapToLong(instance -> active
            ? management.createJobQuery().processInstanceId(instance.getId()).timers().active().count()
            : management.createJobQuery().processInstanceId(instance.getId()).timers().suspended().count())
        .sum();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
