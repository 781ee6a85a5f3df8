package org.jobline.monitoring;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.action.Milestones;

/** The milestones of one version of a diagram, by their names, and the places they lead to. */
final class MilestonesOfDiagram {

  private final Optional<BpmnModelInstance> model;
  private final Set<String> all;
  private final Set<String> meanwhile;
  private final Map<String, Optional<Set<String>>> known = new ConcurrentHashMap<>();

  /** @param model empty when the diagram cannot be read */
  MilestonesOfDiagram(Optional<BpmnModelInstance> model) {
    this.model = model;
    this.all = names(every(IntermediateThrowEvent.class));
    this.meanwhile = hasTokensSideBySide()
        ? all
        : names(every(IntermediateThrowEvent.class).filter(MilestonesOfDiagram::isBesideTheFlow));
  }

  Set<String> all() {
    return all;
  }

  /** Those that may be passed while a token stands somewhere else. */
  Set<String> meanwhile() {
    return meanwhile;
  }

  /** Those that can be the last ones on a way to the element; empty when a way begins outside this diagram. */
  Optional<Set<String>> before(String elementId) {
    return known.computeIfAbsent(elementId, this::walkBack);
  }

  private Optional<Set<String>> walkBack(String elementId) {
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
      if (isEntrance(node) || node instanceof CallActivity) {
        return Optional.empty();
      } else if (isMilestone(node)) {
        found.add(node.getName());
      } else if (seen.add(node)) {
        if (node instanceof SubProcess part) {
          found.addAll(names(every(IntermediateThrowEvent.class).filter(event -> isInside(event, part))));
        }
        before(node).forEach(open::add);
      }
    }
    return Optional.of(Set.copyOf(found));
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
