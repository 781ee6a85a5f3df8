package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jobline.fixture.Given.aCall;
import static org.jobline.fixture.Given.but;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AvailableAction;
import org.jobline.action.Channel;
import org.jobline.action.DrawnAction;
import org.jobline.action.NotPermittedException;
import org.jobline.action.Submission;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.Seed;
import org.jobline.operations.monitoring.Verifier;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.ChangedFieldsException;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must always hold (domain/statuses.md), after each of many random actions, possible and impossible ones, by
 * several agents on many orders, while time passes. A failure tells the seed and what was done to the order;
 * {@code -Djobline.seed=…} takes another, or {@code free} one, {@code -Djobline.actions=…} does more of it.
 */
@HelpdeskTest
@Import(ValidFields.class)
class InvariantsTest {

  /** What takes an order on its way, so that each is seen to go all of it. */
  private static final Set<String> MOVING = Set.of(
      "information", "no-answer", "resource-unable-to-accept", "change-resource", "remote-fix", "start-job-admin",
      "stop-job-work-not-completed", "cancel-job", "reinstate", "recall-job", "set-accrual-to-zero", "documents",
      "certificates");

  /** What an order may offer, but not to these agents. */
  private static final Set<String> OF_FINANCE =
      Set.of("record-invoice", "resolve-invoice-mismatch", "unmark-final-invoice");

  /** Tasks that wait beside the one of the status. */
  private static final Set<String> BESIDE = Set.of("additional-engineers-decision");

  private static final int ACTIONS = Integer.getInteger("jobline.actions", 10_000);
  private static final int ORDERS = 40;
  /** After so many actions an order makes room for another, so that most are young and some grow old. */
  private static final int AGE = 200;

  private static final Set<String> STATUSES = Set.of(
      "0.03", "0.04", "0.05", "0.06", "0.09", "1.00", "1.01", "1.02", "1.03", "1.04", "1.09", "2.00", "3.00", "4.00", "4.01",
      "5.00", "5.01", "5.02");
  private static final String HELD = "0.06";
  private static final String END = "end";
  private static final List<Agent> AGENTS = List.of(Given.AGENT, Given.COLLEAGUE);
  private static final Agent OUTSIDER = new Agent("olive", Set.of("process-owner"));

  private final Given given;
  private final ActionService actions;
  private final Journal journal;
  private final Verifier verifier;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ValidFields validFields;
  private final WhatAlwaysHolds holds;

  private final List<String> everyAction = everyAction();
  private final List<Order> orders = new ArrayList<>();
  private final Map<String, Set<String>> ways = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private Random random;

  InvariantsTest(
      Given given, ActionService actions, Journal journal, Verifier verifier, TaskService tasks,
      RepositoryService repository, RuntimeService runtime, ManagementService management, IdentityService identity,
      JdbcClient jdbc, Clock clock, ValidFields validFields) {
    this.given = given;
    this.actions = actions;
    this.journal = journal;
    this.verifier = verifier;
    this.tasks = tasks;
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.identity = identity;
    this.jdbc = jdbc;
    this.clock = clock;
    this.validFields = validFields;
    this.holds = new WhatAlwaysHolds(jdbc);
  }

  /** What was last seen of an order, and how it came there. */
  private static final class Order {

    private final OrderNumber number;
    private final List<String> story = new ArrayList<>();
    private WhatAlwaysHolds.Sight sight;
    private List<OrderEvent> events = List.of();
    private List<AvailableAction> offers = List.of();

    private Order(OrderNumber number) {
      this.number = number;
    }

    private String status() {
      return sight.status().substring(0, 4);
    }

    private boolean offers(String action) {
      return offers.stream().anyMatch(offer -> offer.key().equals(action));
    }
  }

  @Test
  void what_must_always_hold_holds_after_each_random_action() {
    long seed = Seed.orElse(20_261_127);
    random = new Random(seed);
    Instant start = Instant.now();
    ClockUtil.setCurrentTime(Date.from(aMondayMorning()));
    for (int done = 0; done < ACTIONS || rareStatusesAreMissing(done); done = done()) {
      pass(Duration.ofSeconds(1 + random.nextInt(600)));
      Order order = orders.size() < ORDERS ? null : orders.get(random.nextInt(orders.size()));
      try {
        order = next(order);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + seed + ", action " + done + (order == null ? "" : ", order " + order.number
            + ", which was\n  " + String.join("\n  ", order.story)), e);
      }
    }
    System.out.println("Seed " + seed + ": " + counts + " in " + Duration.between(start, Instant.now()).toSeconds() + " s");
    assertThat(journal.verify(Optional.empty()).valid()).isTrue();
    orders.forEach(this::checkVerified);
    assertThat(ways.keySet()).as("statuses that were reached").containsAll(STATUSES);
    STATUSES.forEach(status -> assertThat(reachable(status)).as("statuses reached from " + status).contains(END));
  }

  /** In an order that is the same each time, as that of what the engine tells is not. */
  private List<AvailableAction> offered(Agent agent, Order order) {
    return actions.offered(agent, order.number).stream().sorted(Comparator.comparing(AvailableAction::key)).toList();
  }

  private int done() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Working hours begin alike each time. */
  private Instant aMondayMorning() {
    return clock.instant().atZone(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY))
        .truncatedTo(ChronoUnit.DAYS).plusHours(8).toInstant();
  }

  /** Chance may leave out what happens to few orders, or end it early; more of it brings that too, or it cannot be. */
  private boolean rareStatusesAreMissing(int done) {
    return done < 2 * ACTIONS && !STATUSES.stream().allMatch(status -> reachable(status).contains(END));
  }

  private Order next(Order order) {
    if (order == null) {
      Order logged = log();
      orders.add(logged);
      return logged;
    }
    if (locked(order)) {
      authorise(order);
      return order;
    }
    if (order.status().startsWith("5")) {
      // the end of a recall period is no event
      order.offers = offered(Given.AGENT, order);
    }
    int chance = random.nextInt(1000);
    if (chance < 15) {
      passMuch();
    } else if (chance < 40) {
      deliverMails(order);
    } else if (chance < 70) {
      fileDocument(order);
    } else if (chance < 90) {
      recordFinalInvoice(order);
    } else if (chance < 190) {
      performNotOffered(order, everyAction.get(random.nextInt(everyAction.size())));
    } else if (chance < 210) {
      performAllNotOffered(order);
    } else if (chance < 260) {
      open(order);
    } else if (chance < 300) {
      openNotOffered(order);
    } else if (chance < 330) {
      discard(order);
    } else if (chance < 420) {
      completeTask(order);
    } else if (chance < 550) {
      performWrongly(order);
    } else if (chance < 570) {
      performAsOutsider(order);
    } else {
      perform(order);
    }
    if (order.sight.lifecycles() == 0 || order.story.size() > AGE) {
      orders.remove(order);
    }
    return order;
  }

  // what is done

  private boolean locked(Order order) {
    return given.order(order.number).present().locked();
  }

  /** Whoever is asked agrees, so that the order's life goes on; refusals are the affair of another test. */
  private void authorise(Order order) {
    String profile = given.order(order.number).present().authorisationLock().orElseThrow().profile();
    Agent authoriser = new Agent("of " + profile, Set.of(profile));
    Map<String, Object> fields = Map.of(
        "decision", "authorise", "reference", "AU-1", "reason", "needed", "expenditure", "revenue");
    tell(order, authoriser, "did", "authorise", fields);
    actions.perform(authoriser, order.number, new ActionKey("authorise"), Submission.of(fields));
    check(order, "authorised", 1);
  }

  private Order log() {
    List<String> sites = List.of("HQ", "HQ", "OLD", "NEXT-HQ", "FAR", "WHY");
    List<String> workTypes = List.of("BOILER", "PAINT", "GAS", "HOT");
    List<String> contractors = List.of("ALPHA", "BETA", "GAMMA", "AUTO", "MAILED", "QUICK", "CISCO", "NOMAIL");
    Map<String, Object> call = aCall(
        "site", any(sites), "workType", any(workTypes), "priority", random.nextBoolean() ? "P1" : "P2",
        "description", ValidFields.text(random), "notBatched", random.nextBoolean(),
        "resource", random.nextBoolean() ? any(contractors) : null);
    if (random.nextBoolean()) {
      call = but(call, validFields.schedule(random).entrySet().stream()
          .flatMap(field -> Stream.of(field.getKey(), field.getValue())).toArray());
    }
    Order order = new Order(given.log(call));
    order.story.add("logged with " + call);
    order.sight = holds.look(order.number);
    check(order, "log", 1);
    return order;
  }

  private void perform(Order order) {
    boolean onlyMoving = random.nextInt(4) > 0;
    List<AvailableAction> moving = order.offers.stream()
        .filter(offer -> !onlyMoving || offer.prompt() || MOVING.contains(offer.key())).toList();
    AvailableAction offer = any(moving.isEmpty() ? order.offers : moving);
    Agent agent = any(AGENTS);
    Optional<Map<String, Object>> fields = validFields.of(agent, offer.key(), order.number, random);
    Channel channel = random.nextBoolean() ? null : any(offer.menus());
    tell(order, agent, "performed", offer.key(), fields.orElse(Map.of()));
    ThrowingCallable doing =
        () -> actions.perform(agent, order.number, new ActionKey(offer.key()),
            new Submission(fields.orElse(Map.of("confirm", true)), channel, null));
    if (fields.isPresent()) {
      assertThat(catchThrowable(doing)).as("%s was offered", offer.key()).isNull();
      check(order, "performed", 1);
    } else {
      cause(doing, InvalidFieldsException.class);
      checkNothingChanged(order, "nothing to choose");
    }
  }

  private void performWrongly(Order order) {
    AvailableAction offer = any(order.offers);
    Map<String, Object> fields = validFields.of(offer.key(), order.number, random).orElse(Map.of("confirm", true));
    boolean wrongChannel = random.nextInt(10) == 0 && offer.menus().size() < Channel.values().length;
    Fault fault = wrongChannel ? new Fault("channel", fields) : Fault.any(offer.key(), fields, random);
    Channel channel = !wrongChannel ? null
        : any(Stream.of(Channel.values()).filter(other -> !offer.menus().contains(other)).toList());
    tell(order, Given.AGENT, "was refused [" + fault.field() + "] of", offer.key(), fault.fields());
    InvalidFieldsException refusal = cause(() -> actions.perform(Given.AGENT, order.number, new ActionKey(offer.key()),
        new Submission(fault.fields(), channel, null)), InvalidFieldsException.class);
    assertThat(refusal.errors()).extracting(FieldError::field).contains(fault.field());
    checkNothingChanged(order, "invalid fields");
  }

  /** No refusal has changed anything if all of them together have not; to look takes longer than to be refused. */
  private void performAllNotOffered(Order order) {
    everyAction.stream().filter(action -> !order.offers(action)).forEach(action -> refuseNotOffered(order, action));
    checkUnchanged(order);
  }

  private void performNotOffered(Order order, String action) {
    if (!order.offers(action)) {
      refuseNotOffered(order, action);
      checkUnchanged(order);
    }
  }

  private void refuseNotOffered(Order order, String action) {
    Map<String, Object> fields = random.nextBoolean() ? Map.of()
        : validFields.of(action, order.number, random).orElse(Map.of());
    tell(order, Given.AGENT, "was not offered", action, fields);
    ThrowingCallable doing =
        () -> actions.perform(any(AGENTS), order.number, new ActionKey(action), Submission.of(fields));
    refusal(order, action, doing);
    counts.merge("not offered", 1, Integer::sum);
  }

  private void performAsOutsider(Order order) {
    AvailableAction offer = any(order.offers);
    tell(order, OUTSIDER, "may not do", offer.key(), Map.of());
    assertThat(actions.offered(OUTSIDER, order.number)).isEmpty();
    cause(() -> actions.perform(OUTSIDER, order.number, new ActionKey(offer.key()), Submission.of(Map.of())),
        NotPermittedException.class);
    checkNothingChanged(order, "not permitted");
  }

  private void open(Order order) {
    AvailableAction offer = any(order.offers);
    Agent agent = any(AGENTS);
    tell(order, agent, "opened", offer.key(), Map.of());
    String task = actions.open(agent, order.number, new ActionKey(offer.key()), null);
    assertThat(actions.open(agent, order.number, new ActionKey(offer.key()), null)).isEqualTo(task);
    check(order, "opened", 0);
  }

  private void openNotOffered(Order order) {
    String action = any(everyAction);
    if (!order.offers(action)) {
      tell(order, Given.AGENT, "could not open", action, Map.of());
      refusal(order, action, () -> actions.open(Given.AGENT, order.number, new ActionKey(action), null));
      checkNothingChanged(order, "not to be opened");
    }
  }

  /** Something the agent has opened if there is such a thing, also when the order has moved on since. */
  private void discard(Order order) {
    List<String> open = tasks.createTaskQuery().processInstanceBusinessKey(order.number.value())
        .taskAssignee(Given.AGENT.name()).list().stream()
        .filter(this::isOnDemand)
        .map(task -> jdbc.sql("select name_ from act_ru_task where id_ = ?").param(task.getId())
            .query(String.class).single())
        .sorted().toList();
    if (open.isEmpty()) {
      String action = any(everyAction);
      tell(order, Given.AGENT, "had not opened", action, Map.of());
      cause(() -> actions.discard(Given.AGENT, order.number, new ActionKey(action)), NotFoundException.class);
      checkNothingChanged(order, "nothing to discard");
      return;
    }
    String action = any(open).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    Optional<String> key = everyAction.stream().filter(action::equals).findFirst();
    if (key.isPresent()) {
      tell(order, Given.AGENT, "discarded", action, Map.of());
      actions.discard(Given.AGENT, order.number, new ActionKey(action));
      check(order, "discarded", 0);
    }
  }

  /** Others the order waits with whoever has claimed them, and they are given back by Tasklist's own means. */
  private boolean isOnDemand(Task task) {
    UserTask drawn = repository.getBpmnModelInstance(task.getProcessDefinitionId())
        .getModelElementById(task.getTaskDefinitionKey());
    return DrawnAction.of(drawn).start().isPresent();
  }

  /** By the engine's own API, as Tasklist does; also a task that was left behind when the order moved on. */
  private void completeTask(Order order) {
    Agent agent = any(AGENTS);
    List<AvailableAction> open = offered(agent, order).stream()
        .filter(offer -> offer.taskId() != null).toList();
    if (open.isEmpty()) {
      return;
    }
    AvailableAction offer = any(open);
    Map<String, Object> valid = validFields.of(agent, offer.key(), order.number, random).orElse(null);
    if (valid == null || random.nextInt(4) == 0) {
      Fault fault = Fault.any(offer.key(), Optional.ofNullable(valid).orElse(Map.of()), random);
      if (!fault.fields().containsKey("statusCode")) {
        tell(order, agent, "completed wrongly", offer.key(), fault.fields());
        cause(() -> complete(agent, offer.taskId(), fault.fields()), InvalidFieldsException.class);
        checkNothingChanged(order, "invalid fields of a task");
      }
      return;
    }
    tell(order, agent, "completed", offer.key(), valid);
    Throwable refusal = catchThrowable(() -> complete(agent, offer.taskId(), valid));
    if (refusal != null) {
      // a field that somebody else has changed since the form was opened: sent again, it replaces theirs
      assertThat(refusal).hasRootCauseInstanceOf(ChangedFieldsException.class);
      checkNothingChanged(order, "a task whose fields were changed meanwhile");
      complete(agent, offer.taskId(), valid);
    }
    check(order, "completed", 1);
  }

  private void complete(Agent agent, String task, Map<String, Object> fields) {
    identity.setAuthentication(agent.name(), List.copyOf(agent.groups()));
    try {
      tasks.complete(task, fields);
    } finally {
      identity.clearAuthentication();
    }
  }

  private void fileDocument(Order order) {
    String type = random.nextBoolean() ? "Gas safety certificate" : "Photograph";
    tell(order, Given.AGENT, "filed", type, Map.of());
    given.order(order.number).file(type);
    check(order, "filed", 1);
  }

  private void recordFinalInvoice(Order order) {
    if (runtime.createExecutionQuery().processInstanceBusinessKey(order.number.value())
        .messageEventSubscriptionName("final-invoice-recorded").count() > 0) {
      tell(order, Given.AGENT, "recorded", "the final invoice", Map.of());
      given.order(order.number).recordFinalInvoice();
      check(order, "settled", 0);
    }
  }

  /** Mails that were sent leave the engine; where they went is the affair of another test. */
  private void deliverMails(Order order) {
    tell(order, Agent.SYSTEM, "sent", "the mails", Map.of());
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(order.number.value())
        .processDefinitionKey("notification").list()
        .forEach(mail -> runtime.deleteProcessInstance(mail.getId(), "sent"));
    check(order, "mails sent", 0);
  }

  private void pass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
  }

  /** Days go by for every order. */
  private void passMuch() {
    pass(Duration.ofHours(1 + random.nextInt(12 * 24)));
    List<String> due = jdbc.sql("""
        select j.id_ || ' ' || p.business_key_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
        where j.type_ = 'timer' and j.suspension_state_ = 1 and j.duedate_ <= :now and p.business_key_ in (:orders)
        order by j.duedate_, p.business_key_, j.id_""")
        .param("now", Timestamp.from(clock.instant()))
        .param("orders", orders.stream().map(order -> order.number.value()).toList())
        .query(String.class).list();
    for (String job : due) {
      String id = job.split(" ", 2)[0];
      // one that was released with another's batch needs its timer no more
      if (management.createJobQuery().jobId(id).count() > 0) {
        management.executeJob(id);
      }
    }
    Map<String, Integer> events = eventsOf(orders);
    for (Order order : List.copyOf(orders)) {
      int released = events.get(order.number.value()) - order.events.size();
      if (released > 0 || due.stream().anyMatch(job -> job.endsWith(order.number.value()))) {
        tell(order, Agent.SYSTEM, "saw", "a timer", Map.of());
        assertThat(released).isLessThanOrEqualTo(1);
        check(order, "timer", released);
      } else {
        order.offers = offered(Given.AGENT, order);
      }
      if (order.sight.lifecycles() == 0) {
        performAllNotOffered(order);
        orders.remove(order);
      }
    }
  }

  // what must hold

  private void check(Order order, String what, int newEvents) {
    counts.merge(what, 1, Integer::sum);
    String before = order.events.isEmpty() ? "-" : order.status();
    order.sight = holds.look(order.number);
    List<OrderEvent> events = journal.of(order.number);
    assertThat(events).as("events").hasSize(order.events.size() + newEvents);
    assertThat(events.subList(0, order.events.size())).as("earlier events").isEqualTo(order.events);
    order.events = events;
    order.offers = offered(Given.AGENT, order);
    checkSight(order);
    assertThat(journal.verify(Optional.of(order.number)).valid()).as("chain").isTrue();
    if (!before.equals(order.status()) || order.sight.lifecycles() == 0) {
      checkVerified(order);
    }
    if (newEvents > 0) {
      assertThat(events.get(events.size() - 1).statusAfter()).as("status after the event").isEqualTo(order.status());
    }
    if (newEvents > 0 && !what.equals("concerned")) {
      Map<String, Integer> now = eventsOf(orders);
      List.copyOf(orders).stream()
          .filter(other -> other != order && now.get(other.number.value()) > other.events.size())
          .forEach(this::concerned);
      if (order.status().equals(HELD)) {
        // those held already are told in their prompts, without an event, who came beside them
        orders.stream().filter(other -> other.status().equals(HELD))
            .forEach(other -> other.sight = holds.look(other.number));
      }
    }
    ways.computeIfAbsent(before, from -> new TreeSet<>()).add(order.status());
    if (order.sight.lifecycles() == 0) {
      ways.computeIfAbsent(order.status(), from -> new TreeSet<>()).add(END);
    }
  }

  private void checkVerified(Order order) {
    assertThat(verifier.verify(Optional.of(order.number)).differences()).as("differences").isEmpty();
  }

  /** Both orders of a link get its event, and so do all of a batch. */
  private void concerned(Order other) {
    List<OrderEvent> events = journal.of(other.number);
    assertThat(events.get(events.size() - 1).action()).matches(".*link.*|batch-release|log-work-order");
    tell(other, Given.AGENT, "was concerned by", events.get(events.size() - 1).action(), Map.of());
    check(other, "concerned", 1);
  }

  /** How many each has; to read them all after each action takes longer than the actions. */
  private Map<String, Integer> eventsOf(List<Order> of) {
    Map<String, Integer> events = new HashMap<>();
    jdbc.sql("""
        select order_number, count(*) as events from order_event where order_number = any(:numbers)
        group by order_number""")
        .param("numbers", of.stream().map(order -> order.number.value()).toArray(String[]::new))
        .query(row -> {
          events.put(row.getString("order_number"), row.getInt("events"));
        });
    return events;
  }

  private void checkSight(Order order) {
    WhatAlwaysHolds.Sight sight = order.sight;
    assertThat(STATUSES).as("status").contains(order.status());
    sight.check();
    List<String> prompts = order.offers.stream().filter(AvailableAction::prompt).map(AvailableAction::key)
        .filter(key -> !BESIDE.contains(key)).toList();
    boolean waitsForAnAgent = sight.lifecycles() == 1 && !locked(order) && order.status().matches("[0-4].*[0-8]");
    assertThat(prompts).as("prompts").hasSize(waitsForAnAgent ? 1 : 0);
    sight.checkOffers(order.offers);
    if (random.nextInt(10) == 0) {
      assertThat(actions.offered(Given.COLLEAGUE, order.number)).extracting(AvailableAction::key)
          .as("what it offers a colleague")
          .containsExactlyInAnyOrderElementsOf(order.offers.stream().map(AvailableAction::key).toList());
    }
  }

  private void checkNothingChanged(Order order, String what) {
    counts.merge(what, 1, Integer::sum);
    checkUnchanged(order);
  }

  private void checkUnchanged(Order order) {
    assertThat(holds.look(order.number)).as("after the refusal").isEqualTo(order.sight);
  }

  private static void refusal(Order order, String action, ThrowingCallable doing) {
    if (OF_FINANCE.contains(action)) {
      assertThat(catchThrowable(doing)).as(action).isNotNull();
      return;
    }
    ActionNotAvailableException refusal = cause(doing, ActionNotAvailableException.class);
    assertThat(refusal.action()).as("name of %s", action).isNotBlank();
    assertThat(refusal.status()).isEqualTo(order.sight.status());
    assertThat(refusal.offeredIn()).as("where %s is offered", action).isNotBlank();
    assertThat(refusal).hasMessageContaining(refusal.action()).hasMessageContaining(refusal.status())
        .hasMessageContaining(refusal.offeredIn());
  }

  private Set<String> reachable(String status) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of(status));
    while (!next.isEmpty()) {
      ways.getOrDefault(next.pop(), Set.of()).stream().filter(reached::add).forEach(next::push);
    }
    return reached;
  }

  // small things

  private static List<String> everyAction() {
    try (Stream<Path> forms = Files.list(Path.of("forms"))) {
      return forms.map(form -> form.getFileName().toString()).filter(name -> name.endsWith(".form"))
          .map(name -> name.replace(".form", ""))
          .filter(action -> !ValidFields.LOGGING.contains(action)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(Order order, Agent agent, String what, String action, Map<String, Object> fields) {
    String shown = fields.toString();
    order.story.add(order.sight.status() + ": " + agent.name() + " " + what + " " + action + " "
        + (shown.length() > 300 ? shown.substring(0, 300) + "…" : shown));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The engine wraps what listeners throw. */
  private static <T extends Throwable> T cause(ThrowingCallable doing, Class<T> type) {
    Throwable thrown = catchThrowable(doing);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    throw new AssertionError("Expected " + type.getSimpleName() + " but got " + thrown, thrown);
  }
}
