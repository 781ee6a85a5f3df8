package org.jobline.modelling;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jobline.modelling.Piece.Trigger;

/** The actions that end with a message to the order's other processes, by its name. */
final class Tellers {

  private final Map<String, Set<Piece>> starts = new HashMap<>();

  Tellers(Collection<FlowSheet> sheets) {
    sheets.stream().flatMap(FlowSheet::pieces).filter(Piece::tells).forEach(end ->
        starts.computeIfAbsent(end.code(), any -> new HashSet<>()).addAll(startsOf(end)));
  }

  /** The names of all the messages. */
  Set<String> messages() {
    return new TreeSet<>(starts.keySet());
  }

  /** Whether something ends with the message, however it began. */
  boolean tell(String message) {
    return starts.containsKey(message);
  }

  /** The starts by which agents ask for what leads to an event: its own, or those of the actions that tell it. */
  Stream<Piece> askedBy(Piece event) {
    return event.isAskedForByAnAgent() ? Stream.of(event) : starts.getOrDefault(event.code(), Set.of()).stream();
  }

  private static List<Piece> startsOf(Piece end) {
    return end.scope().starts().stream()
        .filter(start -> start.trigger() == Trigger.MESSAGE && leadsTo(end, start)).toList();
  }

  private static boolean leadsTo(Piece end, Piece start) {
    Deque<Piece> open = new ArrayDeque<>(List.of(start));
    Set<Piece> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Piece piece = open.poll();
      if (seen.add(piece)) {
        piece.outgoing().forEach(flow -> open.add(flow.to()));
        open.addAll(piece.boundaries());
      }
    }
    return seen.contains(end);
  }
}
