package org.jobline.modelling;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.modelling.Piece.Kind;
import org.jobline.modelling.Piece.Trigger;

/**
 * Which forms may just have been completed when an order comes to a piece: from every form on to whatever follows
 * without a wait, across boxes and called sheets.
 */
final class FormsInHand {

  private final Map<String, FlowSheet> sheets;
  private final Map<String, List<Piece>> calls;
  private final Map<Piece, Set<String>> forms = new HashMap<>();

  FormsInHand(Map<String, FlowSheet> sheets) {
    this.sheets = sheets;
    this.calls = sheets.values().stream().flatMap(FlowSheet::pieces)
        .filter(piece -> piece.is(Kind.CALL) && piece.call().target() != null)
        .collect(Collectors.groupingBy(piece -> piece.call().target()));
    sheets.values().stream().flatMap(FlowSheet::pieces).filter(Piece::hasForm).forEach(this::follow);
  }

  /** The keys of the forms. */
  Set<String> at(Piece piece) {
    return forms.getOrDefault(piece, Set.of());
  }

  private void follow(Piece asking) {
    Deque<Piece> open = new ArrayDeque<>();
    Set<Piece> seen = new LinkedHashSet<>();
    outOf(asking).forEach(open::add);
    while (!open.isEmpty()) {
      Piece piece = open.poll();
      if (seen.add(piece)) {
        forms.computeIfAbsent(piece, any -> new TreeSet<>()).add(asking.form());
        after(piece).forEach(open::add);
      }
    }
  }

  private static Stream<Piece> outOf(Piece piece) {
    return piece.outgoing().stream().map(Flow::to);
  }

  private Stream<Piece> after(Piece piece) {
    return switch (piece.kind()) {
      case PROMPT, RECEIVE, FIRST_OF -> Stream.empty();
      case CATCH -> piece.trigger() == Trigger.LINK ? outOf(piece) : Stream.empty();
      case CALL -> Stream.ofNullable(piece.call().target()).map(sheets::get).filter(Objects::nonNull)
          .flatMap(sheet -> sheet.whole().plainStarts().stream());
      case PART -> piece.inside().plainStarts().stream();
      case THROW -> piece.trigger() == Trigger.LINK ? piece.linked() : Stream.concat(thrown(piece), outOf(piece));
      case END -> piece.trigger() == Trigger.ESCALATION || piece.trigger() == Trigger.ERROR
          ? thrown(piece)
          : Stream.concat(told(piece), ended(piece.scope()));
      default -> outOf(piece);
    };
  }

  /** What waits for the message it ends with. */
  private Stream<Piece> told(Piece end) {
    return !end.tells() ? Stream.empty() : sheets.values().stream().flatMap(FlowSheet::pieces)
        .filter(piece -> !piece.is(Kind.END) && piece.catches(Trigger.MESSAGE, end.code()));
  }

  /** Where an order is when a box or sheet has simply ended. */
  private Stream<Piece> ended(Scope scope) {
    if (scope.owner() == null) {
      return callsOf(scope).flatMap(FormsInHand::outOf);
    }
    return scope.isOnTheSide() && !scope.isAside() ? ended(scope.owner().scope()) : outOf(scope.owner());
  }

  private Stream<Piece> callsOf(Scope sheet) {
    return calls.getOrDefault(sheet.sheet().key(), List.of()).stream();
  }

  /** What catches it: something on the side of the box, or on the edge of one around it. */
  private Stream<Piece> thrown(Piece thrower) {
    return caught(thrower.scope(), thrower, new LinkedHashSet<>()).stream();
  }

  private Collection<Piece> caught(Scope scope, Piece thrown, Set<Scope> seen) {
    Set<Piece> catching = new LinkedHashSet<>();
    if (thrown.trigger() == Trigger.NONE || !seen.add(scope)) {
      return catching;
    }
    scope.sides().stream().flatMap(side -> side.inside().starts().stream())
        .filter(start -> start.catches(thrown.trigger(), thrown.code())).forEach(catching::add);
    if (!catching.isEmpty()) {
      return catching;
    }
    Stream<Piece> around = scope.owner() == null ? callsOf(scope) : Stream.of(scope.owner());
    around.filter(Objects::nonNull).forEach(activity -> {
      List<Piece> edge = activity.boundaries().stream()
          .filter(event -> event.catches(thrown.trigger(), thrown.code())).toList();
      catching.addAll(edge.isEmpty() ? caught(activity.scope(), thrown, seen) : edge);
    });
    return catching;
  }
}
