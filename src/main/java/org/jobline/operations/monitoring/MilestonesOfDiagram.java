package org.jobline.operations.monitoring;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.action.Milestones;
import org.springframework.util.function.SingletonSupplier;

/** The milestones of one version of a diagram, by their names, and the places they lead to. */
final class MilestonesOfDiagram {

  private final Optional<BpmnModelInstance> model;
  private final Function<String, Optional<MilestonesOfDiagram>> sheets;
  private final Set<String> all;
  private final Map<String, Optional<Set<String>>> known = new ConcurrentHashMap<>();
  private final SingletonSupplier<Set<String>> meanwhile = SingletonSupplier.of(this::besideOthers);

  /**
   * @param model empty when the diagram cannot be read
   * @param sheets what a diagram calls, by its key; empty when there is none such
   */
  MilestonesOfDiagram(
      Optional<BpmnModelInstance> model, Function<String, Optional<MilestonesOfDiagram>> sheets) {
    this.model = model;
    this.sheets = sheets;
    this.all = names(every(IntermediateThrowEvent.class));
  }

  Set<String> all() {
    return all;
  }

  /** Those that may be passed while a token stands somewhere else. */
  Set<String> meanwhile() {
    return meanwhile.obtain();
  }

  private Set<String> besideOthers() {
    Set<String> found = new HashSet<>(passed(MilestonesOfDiagram::isBesideTheFlow, Set.of()));
    if (hasTokensSideBySide()) {
      found.addAll(all);
    }
    return Set.copyOf(found);
  }

  /** The milestones among such pieces, and those of all sheets that are called among them. */
  private Set<String> passed(Predicate<FlowNode> among, Set<String> around) {
    Set<String> passed = new HashSet<>(names(every(IntermediateThrowEvent.class).filter(among)));
    every(CallActivity.class).filter(among).filter(call -> !around.contains(call.getCalledElement()))
        .forEach(call -> sheets.apply(call.getCalledElement()).ifPresent(sheet ->
            passed.addAll(sheet.passed(any -> true, and(around, call)))));
    return passed;
  }

  private static Set<String> and(Set<String> around, CallActivity call) {
    return Stream.concat(around.stream(), Stream.of(call.getCalledElement())).collect(Collectors.toUnmodifiableSet());
  }

  /** Those that can be the last ones on a way to the element; empty when a way begins outside this diagram. */
  Optional<Set<String>> before(String elementId) {
    return known.computeIfAbsent(elementId, id -> walkBack(id, Set.of()));
  }

  private Optional<Set<String>> walkBack(String elementId, Set<String> around) {
    if (model.isEmpty() || !(model.get().getModelElementById(elementId) instanceof FlowNode place)
        || place instanceof CallActivity) {
      return Optional.empty();
    }
    // a token may stand on a milestone, before it or after it
    Set<String> found = new HashSet<>(names(Stream.of(place)));
    Set<FlowNode> seen = new HashSet<>();
    Deque<FlowNode> open = new ArrayDeque<>(isEntrance(place) ? List.of(place) : before(place).toList());
    while (!open.isEmpty()) {
      FlowNode node = open.poll();
      if (isEntrance(node) || node instanceof BoundaryEvent event && event.getAttachedTo() instanceof CallActivity) {
        return Optional.empty();
      } else if (node instanceof CallActivity call) {
        Optional<Set<String>> last = last(call, around);
        if (last.isEmpty()) {
          return last;
        }
        found.addAll(last.get());
      } else if (isMilestone(node)) {
        found.add(node.getName());
      } else if (seen.add(node)) {
        if (node instanceof SubProcess part) {
          found.addAll(passed(inner -> isInside(inner, part), around));
        }
        before(node).forEach(open::add);
      }
    }
    return Optional.of(Set.copyOf(found));
  }

  /** Those that can be the last ones when a called sheet has come to its end; empty when it may end without one. */
  private Optional<Set<String>> last(CallActivity call, Set<String> around) {
    Optional<MilestonesOfDiagram> sheet =
        around.contains(call.getCalledElement()) ? Optional.empty() : sheets.apply(call.getCalledElement());
    List<Optional<Set<String>>> atItsEnds = sheet.stream()
        .flatMap(called -> called.every(EndEvent.class)
            .filter(end -> end.getParentElement() instanceof Process && !isOutcome(end))
            .map(end -> called.walkBack(end.getId(), and(around, call))))
        .toList();
    return atItsEnds.isEmpty() || atItsEnds.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(atItsEnds.stream().flatMap(Optional::stream).flatMap(Set::stream).collect(Collectors.toSet()));
  }

  /** What the caller goes on from elsewhere. */
  private static boolean isOutcome(EndEvent end) {
    return end.getEventDefinitions().stream().anyMatch(definition ->
        definition instanceof EscalationEventDefinition || definition instanceof ErrorEventDefinition);
  }

  /** What the process did before it came here is not to be seen in this diagram. */
  private static boolean isEntrance(FlowNode node) {
    return node instanceof StartEvent
        && !(node.getParentElement() instanceof SubProcess part && !part.triggeredByEvent());
  }

  private Stream<? extends FlowNode> before(FlowNode node) {
    if (node instanceof BoundaryEvent event) {
      return Stream.of(event.getAttachedTo());
    }
    if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess part) {
      return part.getPreviousNodes().list().stream();
    }
    if (node instanceof IntermediateCatchEvent event && link(event.getEventDefinitions()).isPresent()) {
      String link = link(event.getEventDefinitions()).get();
      return every(IntermediateThrowEvent.class)
          .filter(thrown -> link(thrown.getEventDefinitions()).filter(link::equals).isPresent());
    }
    return node.getPreviousNodes().list().stream();
  }

  private static Optional<String> link(Collection<EventDefinition> definitions) {
    return definitions.stream()
        .filter(LinkEventDefinition.class::isInstance)
        .map(definition -> ((LinkEventDefinition) definition).getName())
        .findFirst();
  }

  private <T extends ModelElementInstance> Stream<T> every(Class<T> kind) {
    return model.stream().flatMap(read -> read.getModelElementsByType(kind).stream());
  }

  private static Set<String> names(Stream<? extends FlowNode> nodes) {
    return nodes.filter(MilestonesOfDiagram::isMilestone).map(FlowNode::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isMilestone(FlowNode node) {
    return node instanceof IntermediateThrowEvent event && Milestones.isOne(event);
  }

  private boolean hasTokensSideBySide() {
    return every(BoundaryEvent.class).anyMatch(event -> !event.cancelActivity())
        || every(FlowNode.class).anyMatch(node -> node.getOutgoing().size() > 1
            && !(node instanceof ExclusiveGateway) && !(node instanceof EventBasedGateway));
  }

  private static boolean isBesideTheFlow(FlowNode node) {
    for (ModelElementInstance at = node.getParentElement(); at != null; at = at.getParentElement()) {
      if (at instanceof SubProcess part && part.triggeredByEvent()
          && part.getChildElementsByType(StartEvent.class).stream().anyMatch(start -> !start.isInterrupting())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(ModelElementInstance element, SubProcess part) {
    ModelElementInstance at = element.getParentElement();
    return at != null && (at.equals(part) || isInside(at, part));
  }
}
