package org.jobline.modelling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.modelling.Outcome.Condition;
import org.jobline.modelling.Piece.Kind;
import org.jobline.modelling.Piece.Trigger;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jspecify.annotations.Nullable;

/** One order sent through one box in every possible way. */
final class Walk {

  private static final int SITUATIONS = 5_000;

  private final Journey journey;
  private final Findings findings;
  private final Scope scope;
  private final @Nullable OrderType type;
  private final boolean isStatusKept;
  private final List<String> around;

  private final Map<Standing, Situation> arrivals = new LinkedHashMap<>();
  private final Deque<Situation> open = new ArrayDeque<>();
  private final Set<Situation> ends = new HashSet<>();
  private final Set<Outcome> outcomes = new LinkedHashSet<>();
  private final Set<Optional<Status>> waiting = new LinkedHashSet<>();
  private boolean isSound = true;

  /** @param by the flow it came by, where that makes a difference: at a join */
  private record Token(Piece at, @Nullable Flow by) {

    /** Pieces and flows are drawn once; that tokens are alike is asked for all the time. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Token token && at == token.at && Objects.equals(by, token.by);
    }

    @Override
    public int hashCode() {
      return 31 * at.hashCode() + Objects.hashCode(by);
    }
  }

  private record Standing(List<Token> tokens, Condition condition, int hash) {

    private Standing(List<Token> tokens, Condition condition) {
      this(tokens, condition, 31 * tokens.hashCode() + condition.hashCode());
    }

    /** Worked out once: it is looked up again and again. */
    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** What an order comes to, how it first came there, and where it can go on to; there is one for each standing. */
  private static final class Situation {

    private final Standing standing;
    private final @Nullable Situation from;
    private final List<Way.Step> steps;
    private final List<Passage> passages = new ArrayList<>();

    private Situation(Standing standing, @Nullable Situation from, List<Way.Step> steps) {
      this.standing = standing;
      this.from = from;
      this.steps = steps;
    }

    private List<Token> tokens() {
      return standing.tokens();
    }

    private Condition condition() {
      return standing.condition();
    }
  }

  private record Passage(Piece piece, Situation to, Manner manner) {}

  /** @param unasked whether it happens without an action on demand */
  private record Manner(boolean hasWaited, boolean unasked) {

    static final Manner AT_ONCE = new Manner(false, true);
    static final Manner AFTER_A_WAIT = new Manner(true, true);
  }

  Walk(
      Journey journey, Findings findings, Piece start, @Nullable OrderType type, @Nullable Status status,
      boolean isFresh, List<String> around) {
    this.journey = journey;
    this.findings = findings;
    this.scope = start.scope();
    this.type = type;
    this.isStatusKept = type != null && scope.sheet().hasStatuses() && !scope.isAside();
    this.around = around;
    Condition condition = new Condition(status, isFresh, false, true);
    arrive(new Standing(List.of(new Token(start, null)), condition), null, List.of());
  }

  Journey.Summary summary() {
    while (!open.isEmpty() && arrivals.size() < SITUATIONS) {
      goOn(open.poll());
    }
    askOnDemand();
    if (!open.isEmpty()) {
      isSound = false;
      findings.add("size", null, "'" + scope.title() + "' branches in too many ways to check. Simplify it.",
          scope.starts().get(0));
    }
    if (isSound) {
      findLoops();
      findDeadlocks();
    }
    return new Journey.Summary(outcomes, waiting, isSound);
  }

  private Situation arrive(Standing standing, @Nullable Situation from, List<Way.Step> steps) {
    Situation known = arrivals.get(standing);
    if (known != null) {
      return known;
    }
    Situation situation = new Situation(standing, from, steps);
    arrivals.put(standing, situation);
    open.add(situation);
    return situation;
  }

  private void goOn(Situation here) {
    if (here.tokens().isEmpty()) {
      outcomes.add(Outcome.end(here.condition()));
      ends.add(here);
      return;
    }
    // what does not wait has happened before anything else can
    here.tokens().stream().filter(token -> !token.at().isWait() && !isHeldAtJoin(token, here)).findFirst()
        .ifPresentOrElse(token -> pass(here, token), () -> rest(here));
  }

  private static boolean isHeldAtJoin(Token token, Situation here) {
    return token.at().isJoin() && tokensAt(token.at(), here).size() < token.at().incoming().size();
  }

  private static List<Token> tokensAt(Piece piece, Situation here) {
    return here.tokens().stream().filter(token -> token.at() == piece).toList();
  }

  private void pass(Situation here, Token token) {
    Piece piece = token.at();
    journey.see(piece);
    Condition condition = here.condition();
    switch (piece.kind()) {
      case STATUS -> leave(here, List.of(token), piece,
          condition.reaching(type == null ? null : journey.status(piece, type)), Manner.AT_ONCE);
      case END -> end(here, token);
      case THROW -> thrown(here, token);
      case FORK ->
          leave(here, piece.isJoin() ? tokensAt(piece, here) : List.of(token), piece, condition, Manner.AT_ONCE);
      case STEP -> {
        leave(here, List.of(token), piece, condition, Manner.AT_ONCE);
        piece.boundaries().forEach(event ->
            replace(here, List.of(token), List.of(new Token(event, null)), piece, condition, Manner.AT_ONCE));
      }
      case OTHER -> {
        isSound = false;
        leave(here, List.of(token), piece, condition, Manner.AT_ONCE);
      }
      default -> leave(here, List.of(token), piece, condition, Manner.AT_ONCE);
    }
  }

  private void end(Situation here, Token token) {
    Piece piece = token.at();
    if (isThrown(piece) && endsWith(Outcome.thrownBy(piece, here.condition()), null)) {
      ends.add(here);
      return;
    }
    List<Token> over = piece.trigger() == Trigger.TERMINATE ? here.tokens() : List.of(token);
    replace(here, over, List.of(), piece, here.condition(), Manner.AT_ONCE);
  }

  private void thrown(Situation here, Token token) {
    Piece piece = token.at();
    if (piece.trigger() == Trigger.LINK) {
      piece.linked()
          .findFirst()
          .ifPresentOrElse(
              other -> replace(here, List.of(token), List.of(new Token(other, null)), piece, here.condition(),
                  Manner.AT_ONCE),
              () -> isSound = false);
      return;
    }
    if (isThrown(piece)) {
      endsWith(Outcome.thrownBy(piece, here.condition()), null);
    }
    leave(here, List.of(token), piece, here.condition(), Manner.AT_ONCE);
  }

  private static boolean isThrown(Piece piece) {
    return piece.trigger() == Trigger.ESCALATION || piece.trigger() == Trigger.ERROR;
  }

  /** Every token waits, or is held at a join. */
  private void rest(Situation here) {
    List<Token> waits = here.tokens().stream().filter(token -> token.at().isWait()).toList();
    if (waits.isEmpty()) {
      stuck(here, here.tokens().get(0).at(), "join", null, "waits there for a branch that can no longer arrive");
      return;
    }
    if (waits.size() > 1 && isStatusKept) {
      stuck(here, waits.get(1).at(), "twice", null, "waits at '" + waits.get(0).at().title()
          + "' at the same time; an order can wait in only one place, with one status");
      return;
    }
    for (Token token : waits) {
      Piece piece = token.at();
      journey.see(piece);
      piece.boundaries().stream().filter(this::happensByItself).forEach(event -> interrupt(here, token, event));
      switch (piece.kind()) {
        case PROMPT -> prompt(here, token);
        case CALL -> call(here, token);
        case PART -> inside(here, token, piece.inside().plainStarts(), here.condition().isFresh());
        case FIRST_OF -> first(here, token);
        default -> await(here, token);
      }
    }
  }

  private boolean happensByItself(Piece event) {
    return !isThrown(event) && journey.mayHappen(event);
  }

  private void interrupt(Situation here, Token token, Piece event) {
    // what somebody inside makes of the status is told by the box itself
    Condition condition = here.condition().waiting();
    if (event.interrupts()) {
      replace(here, List.of(token), List.of(new Token(event, null)), token.at(), condition, Manner.AFTER_A_WAIT);
    } else if (here.tokens().size() == 1) {
      replace(here, List.of(), List.of(new Token(event, null)), token.at(), condition, Manner.AFTER_A_WAIT);
    }
  }

  private void prompt(Situation here, Token token) {
    Piece task = token.at();
    standsAt(here, task);
    if (!task.hasForm() && task.boundaries().stream().noneMatch(this::happensByItself)) {
      stuck(here, task, "form", "camunda:formRef", "waits there, but the task has no form: nobody can do it");
      return;
    }
    if (!task.isOpenedOnDemand() && isStatusKept) {
      checkOffer(here, task);
    }
    leave(here, List.of(token), task, here.condition().waiting().fresh(!isStatusKept && here.condition().isFresh()),
        Manner.AFTER_A_WAIT);
  }

  private void checkOffer(Situation here, Piece task) {
    Status status = here.condition().status();
    String offeredIn = task.property("offeredIn");
    if (offeredIn != null && status != null && !journey.isIn(offeredIn, status)) {
      stuck(here, task, "offer", "offeredIn", "waits there as '" + status
          + "', but the task is only available in '" + offeredIn + "'");
    }
    String types = task.property("types");
    if (!Journey.isFor(task, type)) {
      stuck(here, task, "types", "types", "waits there, but the task is only for " + types + ", not for " + type);
    }
  }

  private void await(Situation here, Token token) {
    Piece event = token.at();
    standsAt(here, event);
    if (journey.mayHappen(event)) {
      leave(here, List.of(token), event, here.condition().waiting(), Manner.AFTER_A_WAIT);
    } else if (event.boundaries().stream().noneMatch(this::happensByItself)) {
      stuck(here, event, "unsent", null, event.trigger() == Trigger.MESSAGE
          ? "waits there for the message '" + event.code() + "', which nobody sends"
          : "waits there for something that never happens");
    }
  }

  private void first(Situation here, Token token) {
    standsAt(here, token.at());
    List<Piece> possible = token.at().outgoing().stream().map(Flow::to).toList();
    possible.forEach(journey::see);
    possible.stream().filter(journey::mayHappen).forEach(event ->
        leave(here, List.of(token), event, here.condition().waiting(), Manner.AFTER_A_WAIT));
    if (possible.stream().noneMatch(journey::mayHappen)) {
      stuck(here, token.at(), "unsent", null, "waits there for something that never happens");
    }
  }

  /** The order stands still at a piece. */
  private void standsAt(Situation here, Piece piece) {
    Condition condition = here.condition();
    waiting.add(Optional.ofNullable(condition.status()));
    if (isStatusKept && !condition.isFresh()) {
      findings.add("status", null, way(here, piece).to(piece, condition.status())
          + " and waits there, but reaches no status on the way"
          + (condition.status() == null ? "" : ": it would still be '" + condition.status() + "'")
          + ". Draw a status before it. " + way(here, piece), piece);
    }
  }

  private void call(Situation here, Token token) {
    Optional<Piece> start = journey.called(token.at().call());
    if (start.isPresent()) {
      boolean isFresh = here.condition().isFresh() && !start.get().scope().sheet().hasStatuses();
      inside(here, token, List.of(start.get()), isFresh);
      return;
    }
    // told elsewhere; whatever it might have ended with counts as possible here
    isSound = false;
    leave(here, List.of(token), token.at(), here.condition().waiting(), Manner.AFTER_A_WAIT);
    token.at().boundaries().forEach(event -> interrupt(here, token, event));
  }

  private void inside(Situation here, Token token, List<Piece> starts, boolean isFresh) {
    Piece activity = token.at();
    for (Piece start : starts) {
      List<String> deeper = new ArrayList<>(around);
      deeper.add(activity.title());
      Journey.Summary inside = journey.summary(start, type, here.condition().status(), isFresh, deeper);
      waiting.addAll(inside.waiting());
      if (!inside.isSound()) {
        isSound = false;
        journey.stuckInside(activity);
      }
      inside.outcomes().forEach(outcome -> follow(here, token, outcome));
    }
  }

  private void follow(Situation here, Token token, Outcome inside) {
    Piece activity = token.at();
    Condition after = here.condition().then(inside.after());
    Manner manner = new Manner(inside.after().hasWaited(), inside.after().unasked());
    if (inside.isEnd()) {
      leave(here, List.of(token), activity, after, manner);
      return;
    }
    Optional<Piece> caught = activity.boundaries().stream()
        .filter(event -> event.catches(inside.trigger(), inside.code()))
        .findFirst();
    if (caught.isEmpty()) {
      if (endsWith(inside.with(after).notCaughtOn(activity), null) && manner.unasked()) {
        ends.add(here);
      }
    } else if (caught.get().interrupts()) {
      replace(here, List.of(token), List.of(new Token(caught.get(), null)), activity, after.fresh(false), manner);
    } else if (here.tokens().size() == 1) {
      replace(here, List.of(), List.of(new Token(caught.get(), null)), activity, after, manner);
    }
  }

  /**
   * Something is thrown in this box: what it opens on the side, or else an end of the box.
   *
   * @param source the box on the side that throws it, null when the flow does
   * @return whether the box ends by it
   */
  private boolean endsWith(Outcome outcome, @Nullable Piece source) {
    for (Piece side : scope.sides()) {
      Piece opening = side.inside().starts().isEmpty() ? null : side.inside().opening();
      if (side != source && opening != null && opening.catches(outcome.trigger(), outcome.code())) {
        Journey.Summary summary = onTheSide(opening, outcome.after().status(), !opening.interrupts());
        if (!opening.interrupts()) {
          return false;
        }
        summary.outcomes().forEach(end -> outcomes.add(
            (end.isEnd() ? end : end.notCaughtOn(side)).with(outcome.after().then(end.after()))));
        return true;
      }
    }
    outcomes.add(outcome);
    return true;
  }

  private Journey.Summary onTheSide(Piece opening, @Nullable Status status, boolean isFresh) {
    List<String> deeper = new ArrayList<>(around);
    deeper.add(opening.scope().title());
    Journey.Summary summary = journey.summary(opening, type, status, isFresh, deeper);
    waiting.addAll(summary.waiting());
    isSound &= summary.isSound();
    return summary;
  }

  /** While the order stands somewhere in this box, every action that is offered then may be done. */
  private void askOnDemand() {
    Set<Piece> offered = new HashSet<>();
    Set<Optional<Status>> asked = new HashSet<>();
    List<Piece> openings = scope.sides().stream()
        .filter(side -> side.inside().starts().size() == 1)
        .map(side -> side.inside().opening())
        .filter(this::happensByItself)
        .toList();
    while (!asked.containsAll(waiting)) {
      Optional<Status> status =
          waiting.stream().filter(candidate -> !asked.contains(candidate)).findFirst().orElseThrow();
      asked.add(status);
      openings.stream().filter(opening -> journey.isOffered(opening, type, status)).forEach(opening -> {
        offered.add(opening);
        ask(opening, status.orElse(null));
      });
    }
    Set<Status> statuses = waiting.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    for (Piece opening : openings) {
      if (offered.contains(opening)) {
        journey.offered(opening);
      } else if (!statuses.isEmpty() && journey.isForType(opening, type)) {
        journey.notOffered(opening, statuses);
      }
    }
  }

  private void ask(Piece opening, @Nullable Status status) {
    Piece side = opening.scope().box();
    for (Outcome outcome : onTheSide(opening, status, !opening.interrupts()).outcomes()) {
      Condition after = outcome.after().onDemand();
      if (!outcome.isEnd()) {
        endsWith(outcome.notCaughtOn(side).with(after), side);
      } else if (opening.interrupts()) {
        outcomes.add(outcome.with(after));
      } else {
        waiting.add(Optional.ofNullable(after.status()));
      }
    }
  }

  private void leave(Situation here, List<Token> tokens, Piece piece, Condition after, Manner manner) {
    if (piece.outgoing().isEmpty()) {
      stuck(here, piece, "dead end", null, "stays there: no flow leads on from it");
    } else if (piece.is(Kind.QUESTION) || piece.is(Kind.OTHER)) {
      piece.outgoing().forEach(flow -> replace(here, tokens, List.of(along(flow)), piece, after, manner));
    } else {
      replace(here, tokens, piece.outgoing().stream().map(Walk::along).toList(), piece, after, manner);
    }
  }

  private static Token along(Flow flow) {
    return new Token(flow.to(), flow.to().isJoin() ? flow : null);
  }

  private void replace(
      Situation here, List<Token> gone, List<Token> come, Piece by, Condition after, Manner manner) {
    List<Token> tokens = new ArrayList<>(here.tokens());
    gone.forEach(tokens::remove);
    for (Token token : come) {
      if (tokens.contains(token)) {
        stuck(here, token.at(), "twice", null, "gets there a second time while it is still there; let the branches"
            + " join first");
        return;
      }
      tokens.add(token);
    }
    Situation there = arrive(
        new Standing(List.copyOf(tokens), after), here, List.of(new Way.Step(by, here.condition().status())));
    here.passages.add(new Passage(by, there, manner));
  }

  private void stuck(Situation here, Piece piece, String kind, @Nullable String property, String how) {
    isSound = false;
    Way way = way(here, piece);
    findings.add(kind, property, way.to(piece, here.condition().status()) + " and " + how + ". " + way, piece);
  }

  private Way way(Situation here, Piece last) {
    Deque<Way.Step> steps = new ArrayDeque<>();
    if (here.tokens().stream().anyMatch(token -> token.at() == last)) {
      steps.add(new Way.Step(last, here.condition().status()));
    } else {
      here.tokens().stream().limit(1).forEach(token ->
          steps.add(new Way.Step(token.at(), here.condition().status())));
      steps.add(new Way.Step(last, here.condition().status()));
    }
    Situation at = here;
    while (at != null) {
      at.steps.forEach(steps::addFirst);
      at = at.from;
    }
    return new Way(around, List.copyOf(steps));
  }

  /** An order that goes round without waiting never stops. */
  private void findLoops() {
    Map<Situation, Integer> state = new HashMap<>();
    for (Situation from : arrivals.values()) {
      if (!state.containsKey(from)) {
        goRound(from, state, new ArrayDeque<>());
      }
    }
  }

  private void goRound(Situation here, Map<Situation, Integer> state, Deque<Piece> trail) {
    state.put(here, 1);
    for (Passage passage : here.passages) {
      if (!passage.manner().hasWaited()) {
        trail.addLast(passage.piece());
        int known = state.getOrDefault(passage.to(), 0);
        if (known == 1) {
          tellLoop(trail, passage.to());
        } else if (known == 0) {
          goRound(passage.to(), state, trail);
        }
        trail.removeLast();
      }
    }
    state.put(here, 2);
  }

  private void tellLoop(Deque<Piece> trail, Situation again) {
    List<Piece> round = new ArrayList<>(trail);
    Piece first = again.tokens().get(0).at();
    List<Piece> loop = round.subList(Math.max(0, round.lastIndexOf(first)), round.size());
    findings.add("loop", null, "An order can go round for ever without waiting for anyone: "
        + Stream.concat(loop.stream(), Stream.of(first)).map(piece -> "'" + piece.title() + "'")
            .collect(Collectors.joining(" → ")) + ". " + way(again, first), first);
  }

  /** From everywhere the order must be able to come to an end without being taken away on demand. */
  private void findDeadlocks() {
    Map<Situation, List<Situation>> back = new HashMap<>();
    arrivals.values().forEach(from -> from.passages.stream().filter(passage -> passage.manner().unasked())
        .forEach(passage -> back.computeIfAbsent(passage.to(), any -> new ArrayList<>()).add(from)));
    Deque<Situation> reached = new ArrayDeque<>(ends);
    Set<Situation> ending = new HashSet<>(ends);
    while (!reached.isEmpty()) {
      for (Situation from : back.getOrDefault(reached.poll(), List.of())) {
        if (ending.add(from)) {
          reached.add(from);
        }
      }
    }
    arrivals.values().stream().filter(situation -> !ending.contains(situation)).findFirst().ifPresent(situation ->
        stuck(situation, situation.tokens().get(0).at(), "no end", null,
            "can never come to an end of '" + scope.title() + "' from there"));
  }
}
