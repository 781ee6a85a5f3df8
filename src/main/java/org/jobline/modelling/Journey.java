package org.jobline.modelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.order.StatusCode;
import org.jobline.order.StatusPatterns;
import org.jobline.platform.engine.ProcessMessage;
import org.jspecify.annotations.Nullable;

/**
 * Orders sent through all sheets in every way the drawing allows: from each beginning, with each answer to each
 * question, across called sheets. What the sheets ask is not known here, so every answer counts as possible.
 */
final class Journey {

  private static final List<String> SENT = ProcessMessage.names();

  private final Map<String, FlowSheet> sheets;
  private final Findings findings;
  private final Tellers tellers;
  private final Map<Leg, Summary> known = new HashMap<>();
  private final Map<String, Predicate<StatusCode>> patterns = new HashMap<>();
  private final Map<OrderType, Map<Piece, Status>> statuses = new HashMap<>();
  private final Set<Leg> underWay = new HashSet<>();
  private final Set<Piece> seen = new HashSet<>();
  private final Set<Piece> stuckInside = new HashSet<>();
  private final Set<Scope> stuck = new HashSet<>();
  private final Set<Piece> offered = new HashSet<>();
  private final Map<Piece, Set<Status>> notOffered = new LinkedHashMap<>();

  Journey(Map<String, FlowSheet> sheets, Findings findings) {
    this.sheets = sheets;
    this.findings = findings;
    this.tellers = new Tellers(sheets.values());
  }

  /**
   * One box entered in one condition.
   *
   * @param type of the order, null when it may be any
   */
  private record Leg(Piece start, @Nullable OrderType type, @Nullable Status status, boolean isFresh) {

    @Override
    public int hashCode() {
      return 31 * start.hashCode() + (status == null ? 0 : status.code().value().hashCode());
    }
  }

  /**
   * What can become of an order in a box.
   *
   * @param waiting the statuses in which it can stand there; an empty one is a status that is not known
   * @param isSound whether it can go on from everywhere
   */
  record Summary(Set<Outcome> outcomes, Set<Optional<Status>> waiting, boolean isSound) {}

  /** Sends orders from everywhere something begins by itself. */
  void travel() {
    Set<String> called = new HashSet<>();
    sheets.values().forEach(sheet -> called.addAll(calledBy(sheet)));
    // what is wrong for several types is told of the first of them
    List<FlowSheet> roots = sheets.values().stream().filter(sheet -> !called.contains(sheet.key()))
        .sorted(Comparator.comparing(sheet -> sheet.type().map(OrderType::digit).orElse(Character.MAX_VALUE)))
        .toList();
    roots.forEach(this::begin);
    Set<String> reached = new HashSet<>();
    roots.forEach(sheet -> reach(sheet, reached));
    // what is left are sheets that only call each other
    sheets.values().stream().filter(sheet -> !reached.contains(sheet.key())).forEach(this::begin);
    Map.copyOf(notOffered).forEach((start, statuses) -> {
      if (offered.contains(start)) {
        return;
      }
      if (!stuck.contains(start.scope().box().scope())) {
        findings.add("offer", "offeredIn", neverUsed(start, statuses), start);
      }
      travelAside(start);
    });
    // for orders of a type whose lifecycle is not drawn yet
    sides().filter(start -> start.property("types") != null && !seen.contains(start) && mayHappen(start))
        .filter(start -> start.scope().box().scope().starts().stream().anyMatch(seen::contains))
        .forEach(this::travelAside);
  }

  private String neverUsed(Piece start, Set<Status> statuses) {
    String here = "', but an order here is " + Words.either(statuses) + ": ";
    if (start.isAskedForByAnAgent()) {
      return "'" + start.title() + "' is available in '" + start.property("offeredIn") + here
          + "nobody could ever use it.";
    }
    String asking = tellers.askedBy(start)
        .map(action -> "'" + action.title() + "' (available in '" + action.property("offeredIn") + "')")
        .sorted().collect(Collectors.joining(" and "));
    return "'" + start.title() + "' waits for the message '" + start.code() + "', which comes from " + asking
        + "; but an order here is " + Words.either(statuses) + ": it would never come.";
  }

  private void reach(FlowSheet sheet, Set<String> reached) {
    if (reached.add(sheet.key())) {
      calledBy(sheet).stream().map(sheets::get).filter(Objects::nonNull).forEach(called -> reach(called, reached));
    }
  }

  private static Set<String> calledBy(FlowSheet sheet) {
    return sheet.pieces().filter(piece -> piece.is(Piece.Kind.CALL))
        .map(piece -> piece.call().target())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private Stream<Piece> sides() {
    return sheets.values().stream().flatMap(FlowSheet::pieces).filter(Piece::isPartOnTheSide)
        .filter(side -> side.inside().starts().size() == 1).map(side -> side.inside().opening());
  }

  private void begin(FlowSheet sheet) {
    OrderType type = sheet.type().orElse(null);
    for (Piece start : sheet.whole().starts()) {
      Summary summary = summary(start, type, null, false, List.of(sheet.title()));
      // a stage that no lifecycle calls yet may leave it to the one that will
      if (type != null || start.trigger() != Piece.Trigger.NONE) {
        summary.outcomes().stream().filter(outcome -> !outcome.isEnd()).forEach(this::nobodyCatches);
      }
    }
  }

  private void travelAside(Piece start) {
    summary(start, null, null, true, List.of(start.scope().sheet().title()));
  }

  private void nobodyCatches(Outcome outcome) {
    Piece thrower = Objects.requireNonNull(outcome.thrower(), "Only what simply ends has no event for it");
    String what = outcome.code() == null ? "" : " with" + named(outcome);
    String stays = outcome.after().status() == null ? "nothing follows from it"
        : "the order stays at '" + outcome.after().status() + "'";
    List<Piece> through = outcome.through().stream().filter(piece -> !piece.isPartOnTheSide()).toList();
    if (through.isEmpty()) {
      findings.add("uncaught " + outcome.code(), null, "'" + thrower.scope().title() + "' ends" + what
          + ", which nobody catches: " + stays + ". Draw a box that it opens, or end without it.", thrower);
      return;
    }
    Piece left = through.get(0);
    List<Piece> places = new ArrayList<>(through);
    places.add(thrower);
    findings.add("uncaught " + outcome.code(), null, "'" + thrower.scope().title() + "' ends '" + left.title() + "'"
        + what + ", which nobody catches: " + stays + ". Draw a boundary event" + named(outcome) + " on '"
        + left.title() + "' that leads on from there.", places.toArray(Piece[]::new));
  }

  private static String named(Outcome outcome) {
    return outcome.code() == null ? "" : " '" + outcome.code() + "'";
  }

  /**
   * Sends an order through a box.
   *
   * @param around titles of the sheets and boxes around it
   */
  Summary summary(
      Piece start, @Nullable OrderType type, @Nullable Status status, boolean isFresh, List<String> around) {
    Leg leg = new Leg(start, type, status, isFresh);
    Summary summary = known.get(leg);
    if (summary != null) {
      return summary;
    }
    if (!underWay.add(leg)) {
      findings.add("recursion", null, "'" + start.scope().title()
          + "' calls itself again before anything has happened and would never end.", start);
      return new Summary(Set.of(), Set.of(), false);
    }
    summary = new Walk(this, findings, start, type, status, isFresh, around).summary();
    underWay.remove(leg);
    known.put(leg, summary);
    if (!summary.isSound()) {
      stuck.add(start.scope());
    }
    return summary;
  }

  /** The start of the sheet that is called, empty when there is none such. */
  Optional<Piece> called(Piece.Call call) {
    return Optional.ofNullable(call.target()).map(sheets::get)
        .map(sheet -> sheet.whole().plainStarts())
        .filter(starts -> starts.size() == 1)
        .map(starts -> starts.get(0));
  }

  /** Whether something or somebody lets the event happen. */
  boolean mayHappen(Piece event) {
    return switch (event.trigger()) {
      case MESSAGE -> event.code() != null && (SENT.contains(event.code()) || tellers.tell(event.code()))
          || event.isAskedForByAnAgent() && event.scope().owner() != null;
      case TIMER -> true;
      default -> false;
    };
  }

  /** Whether an order of the type in the status has an action that leads to the event. */
  boolean isOffered(Piece event, @Nullable OrderType type, Optional<Status> status) {
    List<Piece> asking = tellers.askedBy(event).toList();
    return asking.isEmpty() || asking.stream().anyMatch(start -> isFor(start, type)
        && (status.isEmpty() || start.property("offeredIn") == null
            || isIn(start.property("offeredIn"), status.get())));
  }

  /** Whether an action that leads to the event is for orders of the type. */
  boolean isForType(Piece event, @Nullable OrderType type) {
    List<Piece> asking = tellers.askedBy(event).toList();
    return asking.isEmpty() || asking.stream().anyMatch(start -> isFor(start, type));
  }

  /** @param type null counts as any */
  static boolean isFor(Piece piece, @Nullable OrderType type) {
    String types = piece.property("types");
    return types == null || type == null
        || Stream.of(types.split(",")).map(String::strip).anyMatch(type.name()::equalsIgnoreCase);
  }

  /** Whether a list of statuses has this one; one that cannot be read is told elsewhere. */
  boolean isIn(String statuses, Status status) {
    return patterns.computeIfAbsent(statuses, text -> {
      try {
        return StatusPatterns.parse(text);
      } catch (IllegalArgumentException unreadable) {
        return code -> true;
      }
    }).test(status.code());
  }

  /** The status that an order of the type reaches at a milestone. */
  Status status(Piece milestone, OrderType type) {
    return statuses.computeIfAbsent(type, any -> new HashMap<>())
        .computeIfAbsent(milestone, any -> Status.ofMilestone(milestone.title(), type));
  }

  void see(Piece piece) {
    seen.add(piece);
  }

  void stuckInside(Piece activity) {
    stuckInside.add(activity);
  }

  void offered(Piece start) {
    offered.add(start);
  }

  void notOffered(Piece start, Set<Status> statuses) {
    notOffered.computeIfAbsent(start, any -> new HashSet<>()).addAll(statuses);
  }

  /** Tells of what no order ever comes to. Where one thing leads only to another, the first is told. */
  void tellUnseen() {
    sheets.values().stream().flatMap(sheet -> sheet.whole().withAllInside())
        .filter(scope -> scope.starts().stream().anyMatch(seen::contains))
        .forEach(this::tellUnseen);
  }

  private void tellUnseen(Scope scope) {
    Set<Piece> explained = new HashSet<>();
    List<Piece> unseen = scope.pieces().stream()
        .filter(piece -> !seen.contains(piece) && !piece.isPartOnTheSide())
        .toList();
    unseen.stream().filter(piece -> piece.incoming().isEmpty()).forEach(piece -> {
      explain(piece, explained);
      tell(piece);
    });
    if (!stuck.contains(scope)) {
      scope.sides().stream().filter(side -> side.inside().starts().size() == 1)
          .map(side -> side.inside().opening())
          .filter(opening -> !seen.contains(opening))
          .forEach(opening -> {
            if (isThrown(opening)) {
              neverHappens(opening, scope.title());
            } else if (opening.trigger() == Piece.Trigger.MESSAGE && !mayHappen(opening)) {
              findings.add("unsent", null, "'" + opening.title() + "' never happens: nobody sends the message '"
                  + opening.code() + "'.", opening);
            }
          });
    }
    unseen.stream().flatMap(piece -> piece.incoming().stream()).map(Flow::from).distinct()
        .filter(box -> (box.is(Piece.Kind.CALL) || box.is(Piece.Kind.PART)) && seen.contains(box)
            && !stuckInside.contains(box))
        .forEach(box -> findings.add("no end", null, "'" + box.title() + "' never ends, so that no order comes to '"
            + box.outgoing().get(0).to().title() + "': draw an end in it.", box));
    // what an order gets stuck before is told where it gets stuck
    unseen.stream().filter(piece -> piece.incoming().stream().anyMatch(flow -> seen.contains(flow.from())))
        .forEach(piece -> explain(piece, explained));
    for (Piece piece : unseen) {
      if (!explained.contains(piece)) {
        explain(piece, explained);
        tell(piece);
      }
    }
  }

  private static void explain(Piece piece, Set<Piece> explained) {
    List<Piece> open = new ArrayList<>(List.of(piece));
    while (!open.isEmpty()) {
      Piece next = open.remove(open.size() - 1);
      if (explained.add(next)) {
        next.outgoing().forEach(flow -> open.add(flow.to()));
        next.boundaries().forEach(open::add);
      }
    }
  }

  private void tell(Piece piece) {
    Piece activity = piece.attachedTo();
    if (activity == null) {
      findings.add("unseen", null,
          "No way leads to '" + piece.title() + "': draw a flow to it, or delete it.", piece);
    } else if (seen.contains(activity) && !stuckInside.contains(activity)
        && isThrown(piece) && (activity.is(Piece.Kind.PART) || activity.is(Piece.Kind.CALL))) {
      neverHappens(piece, activity.title());
    }
  }

  private static boolean isThrown(Piece event) {
    return event.trigger() == Piece.Trigger.ESCALATION || event.trigger() == Piece.Trigger.ERROR;
  }

  private void neverHappens(Piece event, String where) {
    findings.add("unseen", null, "'" + event.title() + "' never happens: nothing in '" + where + "' ends with "
        + (event.code() == null ? "anything to catch" : "'" + event.code() + "'") + ".", event);
  }
}
