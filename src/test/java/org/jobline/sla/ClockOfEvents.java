package org.jobline.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jobline.order.OrderEvent;

/**
 * The clock of an order as {@code domain/clock-and-mail.md} tells it, minute by minute: from nothing but the order's
 * events, the agreed times, and the opening hours {@link ClockPropertyTest} has entered. Shares no code with what it is
 * held against.
 */
final class ClockOfEvents {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant FIRST_MINUTE = Instant.parse("2027-03-01T00:00:00Z");
  private static final int MINUTES = 250 * 24 * 60;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final Map<String, BitSet> OPEN = new ConcurrentHashMap<>();
  private static final Map<String, List<Duration>> AGREED = Map.of(
      "P1", List.of(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24)),
      "P2", List.of(Duration.ofHours(8), Duration.ofHours(16), Duration.ofHours(32)));

  private record Pause(int from, int to) {}

  private Instant startedAt;
  private Instant stoppedAt;
  private String priority;
  private String contractor;
  private String kind;
  private Instant from;
  private Instant to;
  private final List<Pause> pauses = new ArrayList<>();
  private Instant responded;
  private Instant temporarilyFixed;
  private Instant fixed;
  /** What a target was met against. */
  private List<Instant> respondAsMet;
  private Instant temporaryFixAsMet;
  private Instant fixAsMet;

  static ClockOfEvents of(List<OrderEvent> events) {
    ClockOfEvents clock = new ClockOfEvents();
    events.forEach(clock::read);
    return clock;
  }

  private void read(OrderEvent event) {
    JsonNode fields = fields(event);
    switch (event.action()) {
      case "log-work-order" -> {
        start(event.at(), fields);
        contractor = fields.path("resource").asText(null);
        schedule(fields);
      }
      case "recall-job" -> {
        start(event.at(), fields);
        kind = "up to SLA";
        from = null;
        to = null;
      }
      case "allocate-resource" -> {
        contractor = fields.path("resource").asText(contractor);
        schedule(fields);
      }
      case "change-resource" -> contractor = fields.path("resource").asText();
      case "resource-unable-to-accept" -> contractor = null;
      case "edit-work-order" -> priority = fields.path("priority").asText();
      case "cancel-job" -> stoppedAt = event.at();
      case "reinstate" -> {
        pauses.add(new Pause(minute(stoppedAt), minute(event.at())));
        stoppedAt = null;
      }
      case "start-job-admin" -> respond(Instant.parse(fields.path("start").asText()));
      case "stop-job" -> stop(fields, Instant.parse(fields.path("stoppedAt").asText()));
      case "remote-fix" -> fix(event.at());
      case "amend-start-stop-times" -> amend(fields.path("changes"));
      default -> { }
    }
  }

  private static JsonNode fields(OrderEvent event) {
    try {
      return JSON.readTree(event.fields());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(Instant at, JsonNode fields) {
    startedAt = at;
    priority = fields.path("priority").asText();
    pauses.clear();
    responded = null;
    temporarilyFixed = null;
    fixed = null;
    respondAsMet = null;
    temporaryFixAsMet = null;
    fixAsMet = null;
  }

  private void schedule(JsonNode fields) {
    if (fields.has("scheduleKind")) {
      kind = fields.path("scheduleKind").asText();
      from = fields.has("scheduleFrom") ? Instant.parse(fields.path("scheduleFrom").asText()) : null;
      to = fields.has("scheduleTo") ? Instant.parse(fields.path("scheduleTo").asText()) : null;
    }
  }

  private void respond(Instant at) {
    if (responded == null) {
      respondAsMet = targets().subList(0, 2);
      responded = at;
    }
  }

  private void stop(JsonNode fields, Instant at) {
    if (fields.path("outcome").asText().equals("completed")) {
      fix(at);
    } else if (fields.path("temporaryFix").asBoolean() && temporarilyFixed == null) {
      temporaryFixAsMet = targets().get(2);
      temporarilyFixed = at;
    }
  }

  private void fix(Instant at) {
    if (fixed == null) {
      fixAsMet = targets().get(3);
      fixed = at;
    }
  }

  /** Whatever was met by the visit was met at the time it turns out to have been. */
  private void amend(JsonNode changes) {
    responded = amended(responded, changes.path("start"));
    temporarilyFixed = amended(temporarilyFixed, changes.path("stop"));
    fixed = amended(fixed, changes.path("stop"));
  }

  private static Instant amended(Instant met, JsonNode change) {
    return met != null && met.toString().equals(change.path("from").asText())
        ? Instant.parse(change.path("to").asText()) : met;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant stoppedAt() {
    return stoppedAt;
  }

  Instant responded() {
    return responded;
  }

  Instant temporarilyFixed() {
    return temporarilyFixed;
  }

  Instant fixed() {
    return fixed;
  }

  /** From when and by when to respond, by when to fix for the time being and for good. */
  List<Instant> targets() {
    List<Duration> agreed = AGREED.get(priority);
    Instant respond = after(startedAt, agreed.get(0));
    Instant temporaryFix = after(startedAt, agreed.get(1));
    Instant fix = after(startedAt, agreed.get(2));
    Instant begin = null;
    if (kind != null && (from != null || to != null)) {
      boolean exact = kind.equals("exact");
      Instant end = exact ? from : to;
      Instant kept = kept(end);
      begin = exact ? kept.minus(Duration.ofMinutes(15))
          : from == null ? null : kept.equals(end) ? from : kept(from);
      Instant due = exact ? kept.plus(Duration.ofMinutes(15)) : kept;
      if (due.isAfter(respond)) {
        Duration later = between(respond, due, true);
        temporaryFix = after(temporaryFix, later);
        fix = after(fix, later);
      }
      respond = due;
      temporaryFix = begin != null && temporaryFix.isBefore(begin) ? begin : temporaryFix;
      fix = begin != null && fix.isBefore(begin) ? begin : fix;
    }
    return Arrays.asList(
        respondAsMet == null ? begin : respondAsMet.get(0), respondAsMet == null ? respond : respondAsMet.get(1),
        temporaryFixAsMet == null ? temporaryFix : temporaryFixAsMet, fixAsMet == null ? fix : fixAsMet);
  }

  /** An appointment that was in a cancellation is as far from its end as it was from its begin. */
  private Instant kept(Instant appointment) {
    int minute = minute(appointment);
    return pauses.stream().filter(pause -> pause.from() <= minute && minute < pause.to()).findFirst()
        .map(pause -> {
          Duration left = between(instant(pause.from()), appointment, false);
          return left.isZero() ? firstThatCounts(pause.to()) : after(instant(pause.from()), left);
        })
        .orElse(appointment);
  }

  private Instant firstThatCounts(int minute) {
    return IntStream.iterate(minute, next -> next + 1).filter(next -> counts(next, true))
        .mapToObj(ClockOfEvents::instant).findFirst().orElseThrow();
  }

  private Instant after(Instant start, Duration time) {
    long left = time.toMinutes();
    int minute = minute(start);
    while (left > 0) {
      left -= counts(minute, true) ? 1 : 0;
      minute++;
    }
    return instant(minute);
  }

  private Duration between(Instant start, Instant end, boolean pausing) {
    int count = 0;
    for (int minute = minute(start); minute < minute(end); minute++) {
      count += counts(minute, pausing) ? 1 : 0;
    }
    return Duration.ofMinutes(count);
  }

  private boolean counts(int minute, boolean pausing) {
    boolean open = priority.equals("P1") || open("").get(minute) || contractor != null && open(contractor).get(minute);
    return open && !(pausing && pauses.stream().anyMatch(pause -> pause.from() <= minute && minute < pause.to()));
  }

  private static int minute(Instant instant) {
    return (int) Duration.between(FIRST_MINUTE, instant).toMinutes();
  }

  private static Instant instant(int minute) {
    return FIRST_MINUTE.plus(Duration.ofMinutes(minute));
  }

  /** @param owner of the hours; empty text is the site */
  private static BitSet open(String owner) {
    return OPEN.computeIfAbsent(owner, key -> {
      BitSet open = new BitSet(MINUTES);
      for (int minute = 0; minute < MINUTES; minute++) {
        ZonedDateTime time = instant(minute).atZone(owner.equals("CLOCK-DAY") ? HELSINKI : LONDON);
        open.set(minute, isOpen(owner, time.toLocalDate(), time.getHour() * 60 + time.getMinute()));
      }
      return open;
    });
  }

  private static boolean isOpen(String owner, LocalDate day, int minute) {
    return switch (owner) {
      case "CLOCK-DAY" -> minute >= 6 * 60 && minute < 14 * 60 + 30;
      case "CLOCK-NIGHT" -> minute < 4 * 60 || minute >= 20 * 60;
      case "" -> !day.equals(LocalDate.of(2027, 3, 29)) && day.getDayOfWeek() != DayOfWeek.SUNDAY
          && (day.getDayOfWeek() == DayOfWeek.SATURDAY
              ? minute >= 9 * 60 && minute < 13 * 60 : minute >= 8 * 60 && minute < 18 * 60);
      default -> false;
    };
  }
}
