package org.jobline.modelling;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.modelling.Piece.Kind;
import org.jobline.modelling.Piece.Trigger;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What can be told of a piece of a diagram by itself, whatever way an order comes to it. */
final class FlowRules {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.'])([a-zA-Z_]\\w*)(?!\\w|\\s*[.(:'])");
  private static final Set<String> SETTING_ATTRIBUTES = Set.of("resultVariable", "elementVariable", "initiator");
  private static final Set<String> SETTING_ELEMENTS = Set.of("inputParameter", "outputParameter");
  private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Function<Sheet, Set<String>> NEEDS = FlowRules::needs;
  private static final Set<String> RESERVED = Set.of(
      "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null",
      "instanceof", "execution", "task");

  private final Map<String, FlowSheet> sheets;
  private final Findings findings;

  FlowRules(Map<String, FlowSheet> sheets, Findings findings) {
    this.sheets = sheets;
    this.findings = findings;
  }

  void check() {
    for (FlowSheet sheet : sheets.values()) {
      sheet.whole().withAllInside().forEach(this::checkBox);
      sheet.pieces().forEach(this::check);
      if (isActionSheet(sheet)) {
        sheet.pieces().filter(piece -> piece.is(Kind.STATUS)).forEach(status -> findings.add("status", null,
            "'" + status.title() + "' would give the order a status while its lifecycle is elsewhere: a status "
                + "belongs to a lifecycle or a stage.", status));
      }
    }
  }

  private static boolean isActionSheet(FlowSheet sheet) {
    return sheet.whole().starts().stream().anyMatch(start -> start.trigger() == Trigger.MESSAGE);
  }

  private void checkBox(Scope scope) {
    if (scope.isOnTheSide()) {
      if (scope.starts().size() != 1) {
        findings.add("start", null, "'" + scope.title() + "' needs exactly one event that opens it, but has "
            + scope.starts().size() + ".", scope.box());
      }
    } else if (scope.owner() != null && scope.plainStarts().size() != 1) {
      findings.add("start", null, "'" + scope.title() + "' needs exactly one plain start event, but has "
          + scope.plainStarts().size() + ".", scope.owner());
    } else if (scope.owner() == null && scope.starts().isEmpty()) {
      findings.add("start", null, "'" + scope.title() + "' has no start event.", scope.sheet());
    }
    if (scope.sheet().hasStatuses() && scope.sides().stream().anyMatch(FlowRules::canStayOpen)) {
      scope.pieces().stream()
          .filter(piece -> piece.is(Kind.END)
              && (piece.trigger() == Trigger.NONE || piece.trigger() == Trigger.MESSAGE))
          .forEach(end -> findings.add("held open", null, "'" + end.title() + "' does not end '" + scope.title()
              + "' while someone has an on-demand action open: the order would get stuck. "
              + "Make it a terminate end event.", end));
    }
  }

  /** Whether somebody may have opened it and not yet finished when the order goes on. */
  private static boolean canStayOpen(Piece side) {
    return side.inside().isAside() && side.inside().pieces().stream().anyMatch(Piece::isWait);
  }

  private void check(Piece piece) {
    switch (piece.kind()) {
      case QUESTION -> checkQuestion(piece);
      case FIRST_OF -> checkFirstOf(piece);
      case CALL -> checkCall(piece);
      case THROW, CATCH -> checkLink(piece);
      case OTHER -> findings.add("kind", null, "'" + piece.title() + "' is of a kind that can't be checked. "
          + "Draw it with tasks, questions (exclusive gateways), parallel gateways, boxes and called sheets.", piece);
      default -> { }
    }
    if (!piece.is(Kind.QUESTION)) {
      piece.outgoing().stream().filter(flow -> flow.condition() != null).findFirst().ifPresent(flow ->
          findings.add("condition", null, "The flow " + flow + " has a condition, but '" + piece.title()
              + "' asks nothing. Draw a question (exclusive gateway) for it.", piece));
    }
  }

  private void checkQuestion(Piece question) {
    List<Flow> answers = question.outgoing();
    if (answers.size() == 1 && (question.isNamed() || question.incoming().size() < 2)) {
      findings.add("question", null, "'" + question.title() + "' has only one answer, to '"
          + answers.get(0).to().title() + "'. Draw the other one, or delete the question.", question);
    }
    if (answers.size() < 2) {
      return;
    }
    List<Flow> without = answers.stream()
        .filter(flow -> flow.condition() == null && !question.isDefault(flow)).toList();
    boolean hasDefault = answers.stream().anyMatch(question::isDefault);
    if (!without.isEmpty()) {
      findings.add("question", null, "The answer " + without.get(0) + " of '" + question.title()
          + "' has no condition, so it would always be taken. Give it one"
          + (hasDefault ? "." : ", or make it the default flow."), question);
    } else if (!hasDefault) {
      findings.add("question", "default", "'" + question.title() + "' has no default flow: when none of its conditions "
          + "is true, the order gets stuck. Make one of " + Words.all(answers.stream().map(FlowRules::answer).toList())
          + " the default flow.", question);
    }
    checkOrder(question);
  }

  private static String answer(Flow flow) {
    return flow.name() == null || flow.name().isBlank() ? flow.to().title() : flow.name();
  }

  /** Answers are tried in turn: one that asks for all an earlier one does, and more, never gets its turn. */
  private void checkOrder(Piece question) {
    List<Flow> answers = question.outgoing().stream()
        .filter(flow -> flow.condition() != null && !question.isDefault(flow)).toList();
    for (int later = 1; later < answers.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (parts(answers.get(later)).containsAll(parts(answers.get(earlier)))) {
          findings.add("order", null, "The answer " + answers.get(later) + " of '" + question.title()
              + "' is never taken: whenever it is true, " + answers.get(earlier) + " is too and comes first. Put it "
              + "first, or change its condition.", question);
        }
      }
    }
  }

  private static Set<String> parts(Flow flow) {
    String condition = Objects.requireNonNullElse(flow.condition(), "").strip().replaceAll("^[$#]\\{|}$", "").strip();
    if (condition.matches("(?s).*(\\bor\\b|\\|\\||\\?).*")) {
      return Set.of(condition);
    }
    return Arrays.stream(condition.split("\\band\\b|&&")).map(String::strip).collect(Collectors.toSet());
  }

  private void checkFirstOf(Piece gateway) {
    gateway.outgoing().stream().map(Flow::to).filter(to -> !to.is(Kind.CATCH) && !to.is(Kind.RECEIVE)).findFirst()
        .ifPresent(to -> findings.add("first of", null, "'" + gateway.title()
            + "' waits for the first of several events; '" + to.title() + "' isn't one.", gateway));
  }

  private void checkLink(Piece piece) {
    if (piece.trigger() != Trigger.LINK) {
      return;
    }
    Kind counterpart = piece.is(Kind.THROW) ? Kind.CATCH : Kind.THROW;
    List<Piece> others = piece.scope().pieces().stream()
        .filter(other -> other.is(counterpart) && other.trigger() == Trigger.LINK
            && String.valueOf(other.code()).equals(String.valueOf(piece.code())))
        .toList();
    if (others.isEmpty()) {
      findings.add("link", null, "The link '" + piece.title() + "' has no matching link: " + (piece.is(Kind.THROW)
          ? "no link in this box receives '" + piece.code() + "'."
          : "none in this box throws '" + piece.code() + "'."), piece);
    } else if (piece.is(Kind.THROW) && others.size() > 1) {
      findings.add("link", null, "The link '" + piece.title() + "' leads to several places: "
          + Words.all(others.stream().map(Piece::id).toList()) + ".", piece);
    }
  }

  private void checkCall(Piece piece) {
    Piece.Call call = piece.call();
    if (call.target() == null || call.target().contains("{")) {
      findings.add("call", "calledElement", "'" + piece.title() + "' must name the sheet it calls by its key.", piece);
      return;
    }
    FlowSheet sheet = sheets.get(call.target());
    if (sheet == null) {
      findings.add("call", "calledElement", "'" + piece.title() + "' calls '" + call.target()
          + "', which doesn't exist.", piece);
      return;
    }
    if (!sheet.isExecutable()) {
      findings.add("call", "calledElement", "'" + piece.title() + "' calls '" + sheet.title()
          + "', which isn't executable.", piece);
    }
    if (sheet.whole().plainStarts().size() != 1) {
      findings.add("call", "calledElement", "'" + piece.title() + "' calls '" + sheet.title()
          + "', which needs exactly one plain start event for that.", piece);
    }
    if (!call.withBusinessKey()) {
      findings.add("key", "camunda:in", "'" + piece.title() + "' calls '" + sheet.title()
          + "' without the order: pass on the business key, #{execution.processBusinessKey}.", piece);
    }
    Set<String> missing = new TreeSet<>(sheet.file().once(NEEDS));
    missing.removeAll(call.hands().keySet());
    missing.remove(FlowSheet.ENTRY);
    if (!call.handsAll() && !missing.isEmpty()) {
      findings.add("variables", "camunda:in", "'" + piece.title() + "' doesn't pass on " + Words.all(missing)
          + ", which '" + sheet.title() + "' reads.", piece);
    }
    new EntryRules(findings).check(piece, sheet);
  }

  /** Variables that a sheet reads before a step of its own could have set them. */
  private static Set<String> needs(Sheet file) {
    FlowSheet sheet = file.flow();
    Set<String> names = new TreeSet<>();
    Deque<Piece> open = new ArrayDeque<>(sheet.whole().plainStarts());
    Set<Piece> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Piece piece = open.poll();
      ModelElementInstance element =
          piece.id() == null ? null : file.model().getModelElementById(piece.id());
      if (element == null) {
        continue;
      }
      read(element.getDomElement().getTextContent(), names);
      if (element instanceof UserTask task) {
        Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateUsers(), task.getCamundaCandidateGroups())
            .filter(Objects::nonNull).forEach(text -> read(text, names));
      } else if (element instanceof Event || element instanceof Gateway || element instanceof BusinessRuleTask) {
        piece.outgoing().forEach(flow -> {
          read(String.valueOf(flow.condition()), names);
          if (seen.add(flow.to())) {
            open.add(flow.to());
          }
        });
      }
    }
    names.removeAll(setBy(file.model().getDocument()));
    return names;
  }

  /** Variables that something in the file sets. */
  private static Set<String> setBy(DomDocument file) {
    Set<String> names = new HashSet<>();
    Document document = (Document) file.getDomSource().getNode();
    // it is built up as it is read, which the library guards in the same way
    synchronized (document) {
      addSetBy(document.getDocumentElement(), names);
    }
    return names;
  }

  private static void addSetBy(Element element, Set<String> names) {
    NamedNodeMap attributes = element.getAttributes();
    boolean isParameter = SETTING_ELEMENTS.contains(element.getLocalName());
    for (int i = 0; i < attributes.getLength(); i++) {
      String attribute = attributes.item(i).getLocalName();
      if (SETTING_ATTRIBUTES.contains(attribute) || isParameter && "name".equals(attribute)) {
        names.add(attributes.item(i).getNodeValue());
      }
    }
    Xml.children(element).filter(Element.class::isInstance).forEach(child -> addSetBy((Element) child, names));
  }

  private static void read(String text, Set<String> names) {
    EXPRESSION.matcher(text).results()
        .flatMap(found -> NAME.matcher(TEXT.matcher(found.group(1)).replaceAll(" ")).results())
        .map(found -> found.group(1))
        .filter(name -> !RESERVED.contains(name))
        .forEach(names::add);
  }
}
