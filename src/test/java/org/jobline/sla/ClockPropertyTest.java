package org.jobline.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.fixture.Seed;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.workorder.Schedule;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever agents do to an order, in whatever sequence: its clock is what {@link ClockOfEvents} makes of its events
 * and the calendars alone, and what is due next follows from that, the same wherever it is shown. A failure tells the
 * seed and what was done; {@code -Djobline.seed=…} does the same again, {@code -Djobline.orders=…} does it to more
 * orders.
 */
@HelpdeskTest
class ClockPropertyTest {

  private static final long SEED = Seed.orElse(20_270_328);
  private static final int ORDERS = Integer.getInteger("jobline.orders", 20);
  private static final int ACTIONS = 16;
  /** The clocks of Europe go forward on the second Sunday from here, and the day after is closed. */
  private static final Instant BEGIN = Instant.parse("2027-03-15T09:00:00Z");
  /** The last has no opening hours. */
  private static final List<String> CONTRACTORS = List.of("CLOCK-DAY", "CLOCK-NIGHT", "ALPHA");
  private static final Set<String> KNOWN = Set.of(
      "allocate-resource", "assign", "accept-job", "change-resource", "edit-work-order", "cancel-job", "reinstate",
      "recall-job", "start-job-admin", "stop-job", "remote-fix", "resource-unable-to-accept", "amend-start-stop-times");

  private final Given given;
  private final SlaService slas;
  private final SlaClockRepository clocks;
  private final OneTruth truth;
  private final JdbcClient jdbc;
  private final Random random = new Random(SEED);
  private final List<String> done = new ArrayList<>();

  ClockPropertyTest(
      Given given, ApiClient api, TaskService tasks, SlaService slas, SlaClockRepository clocks, JdbcClient jdbc) {
    this.given = given;
    this.slas = slas;
    this.clocks = clocks;
    this.truth = new OneTruth(api, tasks, jdbc);
    this.jdbc = jdbc;
  }

  @Test
  void the_clock_is_a_pure_function_of_events_and_calendars() {
    String site = aSiteWithHours();
    for (int i = 0; i < ORDERS; i++) {
      done.clear();
      ClockUtil.setCurrentTime(Date.from(BEGIN.plus(random.nextInt(14 * 24 * 60), ChronoUnit.MINUTES)));
      OrderUnderTest order = logged(site);
      // stay open as long as the order offers them
      order.open("add-notes-public");
      order.open(Given.COLLEAGUE, "information");
      check(order);
      for (int j = 0; j < ACTIONS; j++) {
        order.waits(Duration.ofMinutes(random.nextInt(random.nextInt(4) == 0 ? 3 * 24 * 60 : 5 * 60)));
        act(order);
        check(order);
      }
      truth.checkSorted(site);
    }
  }

  private void check(OrderUnderTest order) {
    ClockOfEvents expected = ClockOfEvents.of(order.events());
    // counted minute by minute, so only once
    List<Instant> targets = expected.targets();
    SlaRecord actual = clocks.newest(order.number().value()).orElseThrow();
    String story = "seed " + SEED + ", " + order.number() + ": " + String.join(" · ", done);
    assertThat(actual.startedAt()).as(story).isEqualTo(expected.startedAt());
    assertThat(actual.stoppedAt()).as("stopped, " + story).isEqualTo(expected.stoppedAt());
    assertThat(actual.respondedAt()).as("responded, " + story).isEqualTo(expected.responded());
    assertThat(actual.temporarilyFixedAt()).as("temporarily fixed, " + story).isEqualTo(expected.temporarilyFixed());
    assertThat(actual.fixedAt()).as("fixed, " + story).isEqualTo(expected.fixed());
    assertThat(Arrays.asList(actual.respondFrom(), actual.respondDue(), actual.temporaryFixDue(), actual.fixDue()))
        .as("targets, " + story).isEqualTo(targets);
    SlaTarget respond = slas.current(order.number()).orElseThrow().respond();
    boolean early = expected.responded() != null && targets.get(0) != null
        && expected.responded().isBefore(targets.get(0));
    assertThat(respond != null && respond.state() == SlaState.EARLY).as("early, " + story).isEqualTo(early);
    assertThat(truth.kept(order).due()).as("next, " + story).isEqualTo(next(expected, targets, order));
    truth.check(order, story);
  }

  /** The earliest of those that are open, a later one that was reached standing for the earlier ones. */
  private static Instant next(ClockOfEvents clock, List<Instant> targets, OrderUnderTest order) {
    Instant temporarilyFixed = clock.temporarilyFixed() == null ? clock.fixed() : clock.temporarilyFixed();
    Instant responded = clock.responded() == null ? temporarilyFixed : clock.responded();
    boolean isOver = clock.stoppedAt() != null || order.status().startsWith("5.");
    return isOver ? null : Stream.of(
            Arrays.asList(responded, targets.get(1)),
            Arrays.asList(temporarilyFixed, targets.get(2)),
            Arrays.asList(clock.fixed(), targets.get(3)))
        .filter(target -> target.get(0) == null && target.get(1) != null)
        .map(target -> target.get(1))
        .min(Instant::compareTo)
        .orElse(null);
  }

  private OrderUnderTest logged(String site) {
    Map<String, Object> fields = but(
        random.nextBoolean() ? schedule() : with(), "site", site, "priority", priority(),
        "resource", random.nextBoolean() ? contractor() : null);
    done.add(now() + " logged " + fields);
    return given.order(given.log(but(Given.aCall(), fields.entrySet().stream()
        .flatMap(field -> List.of(field.getKey(), field.getValue()).stream()).toArray())));
  }

  private void act(OrderUnderTest order) {
    List<String> possible = order.offered().stream().filter(KNOWN::contains).distinct().toList();
    if (possible.isEmpty()) {
      return;
    }
    String action = possible.get(random.nextInt(possible.size()));
    fields(action, order).ifPresent(fields -> {
      done.add(now() + " " + action + " " + fields);
      order.perform(action, fields);
    });
  }

  private Optional<Map<String, Object>> fields(String action, OrderUnderTest order) {
    return switch (action) {
      case "allocate-resource" -> Optional.of(random.nextBoolean()
          ? schedule() : but(random.nextBoolean() ? schedule() : with(), "resource", another(order)));
      case "assign" -> Optional.of(with("how", "by e-mail"));
      case "change-resource" -> Optional.of(with("resource", another(order)));
      case "edit-work-order" -> Optional.of(
          with("priority", order.present().priority().equals("P1") ? "P2" : "P1"));
      case "reinstate" -> Optional.of(with("how", "to previous status"));
      case "recall-job" -> Optional.of(with("priority", priority(), "why", "cold again"));
      case "start-job-admin" -> Optional.of(with("reportedBy", "Hannah", "start", earliest(order), "attending", 1));
      case "stop-job" -> Optional.of(but(
          with("stoppedAt", now().toString(), "outcome", "completed"),
          random.nextBoolean() ? new Object[0] : new Object[] {
              "outcome", "revisit required", "reasons", List.of("parts"), "temporaryFix", random.nextBoolean()}));
      case "remote-fix" -> random.nextInt(4) == 0 ? Optional.of(with("whatWasDone", "Reset")) : Optional.empty();
      case "resource-unable-to-accept" -> Optional.of(with("callerName", "Dispatch", "reason", "No capacity"));
      case "amend-start-stop-times" -> amendment(order);
      default -> Optional.of(with());
    };
  }

  /** The visit that ended last turns out to have begun and ended a minute earlier. */
  private Optional<Map<String, Object>> amendment(OrderUnderTest order) {
    Visit visit = order.lastVisit();
    Instant before = order.visits().size() == 1 ? order.present().loggedAt()
        : order.visits().get(order.visits().size() - 2).stoppedAt();
    boolean fits = visit.stoppedAt() != null && visit.startedAt().minus(1, ChronoUnit.MINUTES).isAfter(before)
        && !visit.startedAt().minus(1, ChronoUnit.MINUTES).isBefore(ClockOfEvents.of(order.events()).startedAt())
        && visit.stoppedAt().isAfter(visit.startedAt());
    return fits ? Optional.of(with("visit", visit.id().toString(), "reason", "typed wrongly",
        "start", visit.startedAt().minus(1, ChronoUnit.MINUTES).toString(),
        "stop", visit.stoppedAt().minus(1, ChronoUnit.MINUTES).toString())) : Optional.empty();
  }

  /** Now, or some time before, but not before the call or the end of the last visit. */
  private String earliest(OrderUnderTest order) {
    Instant start = now().minus(random.nextInt(120), ChronoUnit.MINUTES);
    Instant called = ClockOfEvents.of(order.events()).startedAt();
    Instant free = order.visits().isEmpty() ? called : order.lastVisit().stoppedAt();
    Instant from = free.isAfter(called) ? free : called;
    return (start.isBefore(from) ? from : start).toString();
  }

  private Map<String, Object> schedule() {
    Instant from = now().plus(10 + random.nextInt(6 * 24 * 60), ChronoUnit.MINUTES);
    Instant to = from.plus(1 + random.nextInt(600), ChronoUnit.MINUTES);
    Map<String, Object> confirmed = with("confirmClosed", true);
    return switch (List.of(Schedule.Kind.values()).get(random.nextInt(3))) {
      case UP_TO -> with("scheduleKind", "up to SLA", "scheduleTo", random.nextBoolean() ? to.toString() : null);
      case EXACT -> but(confirmed, "scheduleKind", "exact", "scheduleFrom", from.toString());
      case START_AND_FINISH -> but(confirmed, "scheduleKind", "start and finish",
          "scheduleFrom", from.toString(), "scheduleTo", to.toString());
    };
  }

  private String priority() {
    return random.nextBoolean() ? "P1" : "P2";
  }

  private String contractor() {
    return CONTRACTORS.get(random.nextInt(CONTRACTORS.size()));
  }

  private String another(OrderUnderTest order) {
    List<String> others = CONTRACTORS.stream()
        .filter(contractor -> order.present().contractor().filter(contractor::equals).isEmpty()).toList();
    return others.get(random.nextInt(others.size()));
  }

  private static Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private String aSiteWithHours() {
    String site = given.aBuilding();
    jdbc.sql("""
        insert into opening_hours (site, weekday, opens, closes)
          select '%1$s', day, time '08:00', time '18:00' from generate_series(1, 5) day
          union all select '%1$s', 6, time '09:00', time '13:00';
        insert into closed_day (site, day, reason) values ('%1$s', '2027-03-29', 'Easter Monday');
        insert into resource (code, name, time_zone, prequalification, cis_status) values
          ('CLOCK-DAY', 'Day Ltd', 'Europe/Helsinki', 'approved', 'not registered'),
          ('CLOCK-NIGHT', 'Night Ltd', 'Europe/London', 'approved', 'not registered');
        insert into opening_hours (resource, weekday, opens, closes)
          select 'CLOCK-DAY', day, time '06:00', time '14:30' from generate_series(1, 7) day union all
          select 'CLOCK-NIGHT', day, time '00:00', time '04:00' from generate_series(1, 7) day union all
          select 'CLOCK-NIGHT', day, time '20:00', time '24:00' from generate_series(1, 7) day"""
        .formatted(site)).update();
    return site;
  }
}
