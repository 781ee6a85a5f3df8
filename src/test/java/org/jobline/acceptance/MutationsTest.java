package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.JoblineApplication;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AvailableAction;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.NotPermittedException;
import org.jobline.action.Submission;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Seed;
import org.jobline.modelling.Mutations;
import org.jobline.modelling.Mutations.Mutant;
import org.jobline.order.Journal;
import org.jobline.order.OrderNumber;
import org.jobline.platform.engine.DeploymentCheck;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.InvalidFieldsException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process owner's slip, whatever it is, is refused at its element or does no harm: our own files are deployed with
 * one random slip each. Of those that are taken some are tried out: random actions on orders of before and on new ones keep
 * what must always hold (domain/statuses.md), what other sheets offer still works, and the application starts.
 * {@code -Djobline.mutations=…} makes more of them, {@code -Djobline.mutations.played=…} tries more out,
 * {@code -Djobline.seed=…} makes others.
 */
@HelpdeskTest
@Import(ValidFields.class)
class MutationsTest {

  private static final int MUTATIONS = Integer.getInteger("jobline.mutations", 1_000);
  private static final int PLAYED = Integer.getInteger("jobline.mutations.played", 8);
  private static final int ACTIONS = 50;
  private static final long SEED = Seed.orElse(20_261_127);
  private static final List<String> STATUSES = List.of(
      "0.03", "0.06", "0.09", "1.00", "1.01", "1.03", "1.09", "2.00", "3.00", "4.01", "5.00", "5.01", "5.02");
  /** What an agent is told in words; anything else is a failure. */
  private static final List<Class<? extends Exception>> REFUSALS = List.of(
      InvalidFieldsException.class, ActionNotAvailableException.class, AwaitingAuthorisationException.class,
      NotPermittedException.class, ChangedMeanwhileException.class);
  /** What its own event is followed by: the order is cancelled when it is refused. */
  private static final String AUTHORISE = "authorise";

  private final Given given;
  private final ActionService actions;
  private final Journal journal;
  private final RepositoryService repository;
  private final HikariDataSource database;
  private final ValidFields validFields;
  private final WhatAlwaysHolds holds;
  private final Mutations mutations;
  private final Random random = new Random(SEED);
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> story = new ArrayList<>();

  MutationsTest(
      Given given, ActionService actions, Journal journal, RepositoryService repository, JdbcClient jdbc,
      HikariDataSource database, ValidFields validFields, DeploymentCheck rules) {
    this.given = given;
    this.actions = actions;
    this.journal = journal;
    this.repository = repository;
    this.database = database;
    this.validFields = validFields;
    this.holds = new WhatAlwaysHolds(jdbc);
    this.mutations = new Mutations(rules);
  }

  @Test
  void a_slip_is_refused_where_it_is_or_does_no_harm() throws Exception {
    Instant start = Instant.now();
    List<Mutant> taken = new ArrayList<>();
    for (int i = 0; i < MUTATIONS; i++) {
      Mutant mutant = mutations.next(random);
      assertThat(mutant.isNamed()).as("seed %s, %s: %s", SEED, mutant, mutant.problems()).isTrue();
      count(mutant.problems().isEmpty() ? "taken by the rules" : "refused by the rules");
      if (mutant.problems().isEmpty() && mutant.isForOrders()) {
        taken.add(mutant);
      }
    }
    count("taken and of meaning to orders", taken.size());
    Map<String, Mutant> played = new LinkedHashMap<>();
    List<Error> faults = new ArrayList<>();
    for (int i = 0; i < PLAYED && !taken.isEmpty(); i++) {
      Mutant mutant = taken.remove(random.nextInt(taken.size()));
      try {
        play(mutant);
        played.put(mutant.file(), mutant);
      } catch (AssertionError | RuntimeException e) {
        faults.add(new AssertionError("Seed " + SEED + ", " + mutant + "\n  " + String.join("\n  ", story), e));
      }
    }
    startsWith(List.copyOf(played.values()));
    System.out.println(
        "Seed " + SEED + ": " + counts + " in " + Duration.between(start, Instant.now()).toSeconds() + " s");
    assertThat(faults).isEmpty();
  }

  private void play(Mutant mutant) {
    count("played");
    story.clear();
    List<OrderUnderTest> orders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      orders.add(given.anOrderIn(any(STATUSES)));
    }
    if (!deploy(mutant)) {
      return;
    }
    try {
      for (int i = 0; i < 2; i++) {
        log(mutant).ifPresent(orders::add);
      }
      for (int i = 0; i < ACTIONS; i++) {
        OrderUnderTest order = any(orders);
        if (random.nextInt(12) == 0) {
          pass(order);
        } else {
          act(order, mutant);
        }
      }
    } finally {
      deploy(mutant.file(), mutant.original());
    }
  }

  private boolean deploy(Mutant mutant) {
    try {
      deploy(mutant.file(), mutant.content());
      return true;
    } catch (ParseException e) {
      // beside what it was held against, only what the engine itself refuses, at its element too
      assertThat(e.getResorceReports()).allSatisfy(report -> {
        assertThat(report.getResourceName()).isEqualTo(mutant.file());
        assertThat(report.getErrors()).isNotEmpty();
      });
      count("refused by the engine");
      System.out.println("Refused by the engine: " + mutant + ": " + e.getMessage());
      return false;
    }
  }

  private void deploy(String file, byte[] content) {
    repository.createDeployment().name("slip").addInputStream(file, new ByteArrayInputStream(content)).deploy();
  }

  private Optional<OrderUnderTest> log(Mutant mutant) {
    List<Long> before = given.everything();
    try {
      return Optional.of(given.aLoggedOrder("resource", random.nextBoolean() ? "ALPHA" : null));
    } catch (RuntimeException e) {
      assertThat(given.everything()).isEqualTo(before);
      assertThat(isRefusal(e)).as("logging fails: %s", e).isTrue();
      assertThat(mutations.actionsOf(mutant.file())).as("what is refused is the slip's own").contains("log-work-order");
      count("not logged");
      return Optional.empty();
    }
  }

  /** Hours or days go by, and what has become due happens. */
  private void pass(OrderUnderTest order) {
    Duration time = Duration.ofHours(1 + random.nextInt(20 * 24));
    story.add(order.number() + " waits " + time);
    order.waits(time);
    holds.look(order.number()).check();
  }

  private void act(OrderUnderTest order, Mutant mutant) {
    WhatAlwaysHolds.Sight before = holds.look(order.number());
    boolean locked = order.present().locked();
    Agent agent = locked && random.nextInt(4) > 0 ? authoriser(order) : Given.AGENT;
    List<AvailableAction> offers = actions.offered(agent, order.number());
    if (!locked) {
      before.checkOffers(offers);
    }
    if (offers.isEmpty()) {
      return;
    }
    AvailableAction offer = any(offers);
    Optional<Map<String, Object>> fields = validFields.of(agent, offer.key(), order.number(), random);
    story.add(order.number() + " " + before.status() + ": " + agent.name() + " does " + offer.key() + " " + fields);
    int events = order.events().size();
    Optional<RuntimeException> failure = perform(agent, order.number(), offer.key(), fields.orElse(Map.of()));
    if (failure.isPresent()) {
      failed(order, offer.key(), before, failure.get(), fields.isPresent(), mutant);
    } else {
      count("performed");
      assertThat(order.events().size() - events).as("events of %s", offer.key())
          .isBetween(1, offer.key().equals(AUTHORISE) ? 2 : 1);
    }
    holds.look(order.number()).check();
    assertThat(journal.verify(Optional.of(order.number())).valid()).as("chain").isTrue();
  }

  private Agent authoriser(OrderUnderTest order) {
    String profile = order.present().authorisationLock().orElseThrow().profile();
    return new Agent("of " + profile, Set.of(profile));
  }

  private void failed(
      OrderUnderTest order, String action, WhatAlwaysHolds.Sight before, RuntimeException failure, boolean isFilledIn,
      Mutant mutant) {
    story.add("  " + failure.getMessage());
    assertThat(holds.look(order.number())).as("after %s has failed", action).isEqualTo(before);
    if (!isRefusal(failure)) {
      throw new AssertionError(action + " fails", failure);
    }
    // tables say what may be chosen, in the actions of any sheet
    if (isFilledIn && !mutant.file().endsWith(".dmn") && !mutations.actionsOf(mutant.file()).contains(action)) {
      throw new AssertionError(action + ", which the slip does not concern, is refused", failure);
    }
    count("refused");
  }

  private Optional<RuntimeException> perform(
      Agent agent, OrderNumber number, String action, Map<String, Object> fields) {
    try {
      actions.perform(agent, number, new ActionKey(action), Submission.of(fields));
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** The engine wraps what listeners throw. */
  private static boolean isRefusal(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> REFUSALS.stream().anyMatch(refusal -> refusal.isInstance(cause)));
  }

  /** All of them in force together, the application starts, and orders offer what they did. */
  private void startsWith(List<Mutant> slips) {
    OrderUnderTest order = given.anOrderIn("1.03");
    List<Mutant> inForce = slips.stream().filter(this::deploy).toList();
    try (ConfigurableApplicationContext other = new SpringApplicationBuilder(JoblineApplication.class).run(
        "--server.port=0", "--spring.datasource.url=" + database.getJdbcUrl(),
        "--camunda.bpm.job-execution.enabled=false")) {
      assertThat(other.getBean(ActionService.class).offered(Given.AGENT, order.number()))
          .extracting(AvailableAction::key)
          .containsExactlyInAnyOrderElementsOf(order.offered());
    } finally {
      inForce.forEach(slip -> deploy(slip.file(), slip.original()));
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void count(String what) {
    count(what, 1);
  }

  private void count(String what, int many) {
    counts.merge(what, many, Integer::sum);
  }
}
