package org.jobline.modelling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jobline.modelling.Piece.Kind;
import org.jobline.modelling.Piece.Trigger;

/** What a caller tells a sheet about where to begin is something the sheet asks for. */
final class EntryRules {

  private static final Function<Sheet, Set<String>> KNOWN = EntryRules::compared;
  private static final Pattern ASKED =
      Pattern.compile("\\b" + FlowSheet.ENTRY + "\\s*(?:==|eq)\\s*(?:'([^']*)'|\"([^\"]*)\")");

  private final Findings findings;

  EntryRules(Findings findings) {
    this.findings = findings;
  }

  void check(Piece call, FlowSheet called) {
    String entry = call.call().hands().get(FlowSheet.ENTRY);
    if (entry == null) {
      // for callers in force that come from before sheets were told, the engine finds it out
      if (call.scope().sheet().isDeployed() && !known(called).isEmpty()) {
        findings.add("entry", "camunda:in", "'" + call.title() + "' doesn't pass on '" + FlowSheet.ENTRY + "', which '"
            + called.title() + "' asks for to know where to begin.", call);
      }
    } else if (!entry.equals(FlowSheet.ENTRY)) {
      if (!entry.contains("{")) {
        require(entry, call, "camunda:in", call, called);
      }
    } else {
      call.scope().pieces().stream()
          .filter(event -> event.is(Kind.BOUNDARY) && event.tellsEntry())
          .filter(event -> next(event).contains(call))
          // one that catches whatever comes tells nothing that could be checked
          .forEach(event -> Optional.ofNullable(event.code())
              .ifPresent(code -> require(code, event, "camunda:escalationCodeVariable", call, called)));
    }
  }

  private void require(String told, Piece at, String property, Piece call, FlowSheet called) {
    Set<String> known = known(called);
    if (!known.contains(told)) {
      findings.add("entry " + told, property, "'" + at.title() + "' tells '" + call.title() + "' to begin at '" + told
          + "', which '" + called.title() + "' doesn't ask for. "
          + (known.isEmpty() ? "It asks for none." : "It asks for " + Words.all(List.copyOf(known)) + "."), at);
    }
  }

  /** The values that the questions of a sheet compare it with. */
  static Set<String> known(FlowSheet sheet) {
    return sheet.file().once(KNOWN);
  }

  private static Set<String> compared(Sheet file) {
    Set<String> known = new TreeSet<>();
    file.flow().pieces().flatMap(piece -> piece.outgoing().stream()).map(Flow::condition)
        .flatMap(Stream::ofNullable)
        .forEach(condition -> {
          Matcher asked = ASKED.matcher(condition);
          while (asked.find()) {
            known.add(asked.group(1) == null ? asked.group(2) : asked.group(1));
          }
        });
    return known;
  }

  /** The called sheets an order comes to first. */
  private static Set<Piece> next(Piece event) {
    Deque<Piece> open = new ArrayDeque<>(List.of(event));
    Set<Piece> seen = new HashSet<>();
    Set<Piece> calls = new HashSet<>();
    while (!open.isEmpty()) {
      Piece piece = open.poll();
      if (!seen.add(piece)) {
        continue;
      }
      if (piece.is(Kind.CALL)) {
        calls.add(piece);
      } else if (piece.is(Kind.THROW) && piece.trigger() == Trigger.LINK) {
        piece.linked().forEach(open::add);
      } else {
        piece.outgoing().forEach(flow -> open.add(flow.to()));
      }
    }
    return calls;
  }
}
