package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jobline.action.Agent;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Seed;
import org.jobline.operations.monitoring.Verifier;
import org.jobline.order.Journal;
import org.jobline.workorder.WorkOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of commitment, lock, request and process after each of many random costs and decisions, while the orders
 * live their lives; GAMMA works under a comprehensive contract. A failure tells the seed and what was done;
 * {@code -Djobline.seed=…} takes another.
 */
@HelpdeskTest
@Import(ValidFields.class)
class AuthorisationInvariantsTest {

  /** As many as chance needs to have done everything, within limits. */
  private static final int MIN_STEPS = 300;
  private static final int MAX_STEPS = 3_000;
  private static final Set<String> EVERYTHING = Set.of("set-fixed-cost", "set-estimate", "edit-delivery-charge",
      "stop-job", "remote-fix", "change-resource", "authorise", "refuse", "on hold",
      "information required", "answered", "waited", "re-enter", "bypass", "reinstated", "moved");
  /** What raises the commitment, and by how much. */
  private static final Map<String, List<Integer>> MONEY = Map.of(
      "set-fixed-cost", List.of(0, 300, 9_000, 12_500, 60_000),
      "set-estimate", List.of(200, 9_500, 20_000),
      "edit-delivery-charge", List.of(0, 1_500, 11_000),
      "stop-job", List.of(0, 2_000, 11_000),
      "remote-fix", List.of(0, 10_500));
  private static final List<String> KINDS = List.of("fixed cost", "estimate", "delivery charge", "remote fix", "parts",
      "change of resource", "calculated cost", "average order value");
  private static final int ORDERS = 12;
  private static final Map<String, Agent> DECIDERS = Map.of(
      "finance", new Agent("fiona", Set.of("finance")), "manager", new Agent("mark", Set.of("manager")));
  private static final Agent MANAGER_AT_THE_DESK = new Agent("mia", Set.of("manager"));
  private static final List<String> STATUSES = List.of("0.03", "0.05", "1.00", "1.03", "2.00", "3.00", "4.01", "5.01");

  private final Given given;
  private final Journal journal;
  private final Verifier verifier;
  private final TaskService tasks;
  private final ManagementService management;
  private final DecisionService decisions;
  private final JdbcClient jdbc;
  private final ValidFields validFields;
  private final long seed = Seed.orElse(20_261_130);
  private final Random random = new Random(seed);
  private final Map<String, Integer> done = new TreeMap<>();
  private final Map<Map<String, Object>, Boolean> answers = new HashMap<>();

  AuthorisationInvariantsTest(
      Given given, Journal journal, Verifier verifier, TaskService tasks, ManagementService management,
      DecisionService decisions, JdbcClient jdbc, ValidFields validFields) {
    this.given = given;
    this.journal = journal;
    this.verifier = verifier;
    this.tasks = tasks;
    this.management = management;
    this.decisions = decisions;
    this.jdbc = jdbc;
    this.validFields = validFields;
  }

  @BeforeEach
  void cover() {
    jdbc.sql("update agreement set comprehensive = true where resource = 'GAMMA'").update();
  }

  @AfterEach
  void coverNothing() {
    jdbc.sql("update agreement set comprehensive = false where resource = 'GAMMA'").update();
  }

  private record Life(OrderUnderTest order, List<String> story) {}

  @Test
  void commitment_lock_request_and_process_always_agree() {
    System.out.println("Seed " + seed);
    List<Life> lives = new ArrayList<>();
    for (int step = 0; step < MIN_STEPS || !done.keySet().containsAll(EVERYTHING) && step < MAX_STEPS; step++) {
      if (lives.size() < ORDERS) {
        lives.add(new Life(given.anOrderIn(any(STATUSES)), new ArrayList<>()));
      }
      Life life = any(lives);
      try {
        step(life);
        check(life.order());
        assertThat(verifier.verify(Optional.of(life.order().number())).differences()).isEmpty();
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
    } else if (random.nextBoolean()) {
      raise(life);
    } else {
      move(life);
    }
  }

  /** Estimate and fixed cost, delivery, parts, remote fixes and contractors in any order. */
  private void raise(Life life) {
    OrderUnderTest order = life.order();
    List<String> offered = order.offered().stream()
        .filter(action -> MONEY.containsKey(action) || action.equals("change-resource")).toList();
    if (offered.isEmpty()) {
      move(life);
      return;
    }
    String action = any(offered);
    Map<String, Object> fields = fields(action, order);
    tell(life, action);
    life.story().add("  with " + fields);
    order.perform(action, fields);
  }

  private Map<String, Object> fields(String action, OrderUnderTest order) {
    return switch (action) {
      case "set-fixed-cost" -> with("amount", any(MONEY.get(action)), "sure", true);
      case "set-estimate" -> with("labour", any(MONEY.get(action)));
      case "edit-delivery-charge" -> with("amount", any(MONEY.get(action)));
      case "remote-fix" -> with("whatWasDone", "Reset", "cost", any(MONEY.get(action)));
      case "change-resource" -> with("resource", any(Stream.of("ALPHA", "BETA", "GAMMA")
          .filter(contractor -> !order.present().contractor().orElse("").equals(contractor)).toList()));
      default -> with("stoppedAt", order.now(), "outcome", random.nextBoolean() ? "completed" : "revisit required",
          "reasons", List.of("parts"), "partsCost", any(MONEY.get(action)));
    };
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
          || case when not allowed_comprehensive and coalesce(allowed_fixed, allowed_estimate,
            allowed_calculated + coalesce(allowed_remote_fix, 0), allowed_remote_fix, allowed_average_value, 0) > 0
            then array['calculated cost'] else '{}' end
          || case when allowed_fixed is not null then array['previous fixed cost'] else '{}' end)
        from order_cost c where order_number = :number and exists (select from authorisation_request r
          where r.order_number = :number and r.state = 'WAITING' and r.kind in ('fixed cost', 'estimate'))
        union select 'none'""")
        .param("number", order.number().value()).query(String.class).list();
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
        .filter(action -> !action.startsWith("set-") && !action.equals("edit-staged-payments"))
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
    Optional<ProcessInstance> authorisation = Optional.ofNullable(order.process("authorisation"));
    assertThat(authorisation.isPresent()).as("an authorisation runs").isEqualTo(locked);
    assertThat(waits(order, authorisation)).as("what the authorisation waits with").isEqualTo(locked ? 1 : 0);
    assertThat(timers(order, locked)).as("timers that should not " + (locked ? "run" : "stand still")).isZero();
    if (locked) {
      assertThat(order.offered()).isSubsetOf("add-notes-private", "answer-authorisation-question");
    }
    if (!locked && order.present().cancelledAt().isEmpty()) {
      BigDecimal commitment = commitment(order);
      BigDecimal authorised = authorised(order);
      WorkOrder present = order.present();
      assertThat(KINDS).as("asked about with %s, of which %s was authorised", commitment, authorised)
          .noneMatch(kind -> commitment.compareTo(authorised) > 0 && isAboveALimit(present, kind, commitment));
    }
  }

  /** Reckoned anew from what it is made of. */
  private BigDecimal commitment(OrderUnderTest order) {
    return jdbc.sql("""
        select greatest(
          case when comprehensive then 0 else coalesce(fixed, estimate,
            coalesce(calculated + coalesce(remote_fix, 0), remote_fix, average_value)
              + coalesce(delivery_charge, 0)) end,
          coalesce(fixed, estimate, 0) + coalesce(delivery_charge, 0) + parts)
        from order_cost where order_number = ?""")
        .param(order.number().value()).query(BigDecimal.class).single();
  }

  private BigDecimal authorised(OrderUnderTest order) {
    return jdbc.sql("""
        select commitment from authorisation_request
        where order_number = ? and (state = 'AUTHORISED' or reinstated_with = 'bypass') order by id desc limit 1""")
        .param(order.number().value()).query(BigDecimal.class).optional().orElse(BigDecimal.ZERO);
  }

  /** The table does not change; to ask it the same again after each step takes longer than the step. */
  private boolean isAboveALimit(WorkOrder order, String kind, BigDecimal commitment) {
    Map<String, Object> question = Map.of(
        "kind", kind, "type", "REACTIVE", "client", order.client(), "workType", order.workType(),
        "amount", commitment.doubleValue());
    return answers.computeIfAbsent(question,
        asked -> !decisions.evaluateDecisionTableByKey("authorisation-rules", asked).isEmpty());
  }

  /** Its task, the question's, or its timer. */
  private long waits(OrderUnderTest order, Optional<ProcessInstance> authorisation) {
    long waiting = tasks.createTaskQuery().processInstanceBusinessKey(order.number().value())
        .taskDefinitionKeyIn("authorise", "answerAuthorisationQuestion").count();
    return waiting + authorisation.map(running -> management.createJobQuery()
        .processInstanceId(running.getId()).timers().active().count()).orElse(0L);
  }

  /** Timers of the lifecycle that are in the wrong of two states. */
  private long timers(OrderUnderTest order, boolean active) {
    ProcessInstance reactive = order.process("reactive");
    String lifecycle = reactive == null ? "" : reactive.getId();
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
