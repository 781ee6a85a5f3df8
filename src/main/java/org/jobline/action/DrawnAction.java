package org.jobline.action;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN_ATTRIBUTE_ATTACHED_TO_REF;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN_ATTRIBUTE_SOURCE_REF;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.BPMN_ATTRIBUTE_TARGET_REF;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram says of an agent action, word for word: the task, and the start it is asked for by when it is no
 * prompt. The properties stand at the start if there is one; one that is left empty is as good as absent.
 */
public record DrawnAction(UserTask task, Optional<StartEvent> start) {

  public static final String MENU = "menu";
  public static final String OFFERED_IN = "offeredIn";
  public static final String TYPES = "types";
  public static final String ROLES = "roles";
  public static final String OFFERED_IF = "offeredIf";
  public static final String PRIVATE = "private";
  public static final String WHILE_LOCKED = "whileLocked";
  public static final List<String> PROPERTIES =
      List.of(MENU, OFFERED_IN, TYPES, ROLES, OFFERED_IF, PRIVATE, WHILE_LOCKED);

  private static final String DEFAULT_ROLE = "helpdesk";

  public static DrawnAction of(UserTask task) {
    // by the lines, as the engine does, not by the list of them that the task has
    Set<String> sources = task.getParentElement().getChildElementsByType(SequenceFlow.class).stream()
        .filter(flow -> task.getId().equals(flow.getAttributeValue(BPMN_ATTRIBUTE_TARGET_REF)))
        .map(flow -> flow.getAttributeValue(BPMN_ATTRIBUTE_SOURCE_REF))
        .collect(Collectors.toSet());
    return new DrawnAction(task, task.getParentElement().getChildElementsByType(StartEvent.class).stream()
        .filter(start -> sources.contains(start.getId()) && message(start).isPresent())
        .findFirst());
  }

  /** The name of the message of a start that is asked for by one. */
  public static Optional<String> message(StartEvent start) {
    return message(start.getEventDefinitions());
  }

  /** The name of the message an end tells. */
  public static Optional<String> message(EndEvent end) {
    return message(end.getEventDefinitions());
  }

  private static Optional<String> message(Collection<EventDefinition> definitions) {
    return definitions.stream()
        .filter(MessageEventDefinition.class::isInstance)
        .map(definition -> ((MessageEventDefinition) definition).getMessage())
        .map(message -> message == null ? "" : String.valueOf(message.getName()))
        .findFirst();
  }

  /** The element that carries the properties. */
  public FlowNode marked() {
    return start.isPresent() ? start.get() : task;
  }

  /** Whether it is a row of an action sheet, a process of its own. */
  public boolean isSheet() {
    return start.isPresent() && !(start.get().getParentElement() instanceof SubProcess);
  }

  /** The ends it can come to, when it is a row of a sheet. */
  public List<EndEvent> ends() {
    List<EndEvent> ends = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(List.of(marked().getId()));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String id = open.poll();
      if (seen.add(id)) {
        targets(id).filter(Objects::nonNull).forEach(open::add);
        if (task.getModelInstance().getModelElementById(id) instanceof EndEvent end) {
          ends.add(end);
        }
      }
    }
    return ends;
  }

  private Stream<String> targets(String id) {
    return Stream.concat(
        task.getParentElement().getChildElementsByType(SequenceFlow.class).stream()
            .filter(flow -> id.equals(flow.getAttributeValue(BPMN_ATTRIBUTE_SOURCE_REF)))
            .map(flow -> flow.getAttributeValue(BPMN_ATTRIBUTE_TARGET_REF)),
        task.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
            .filter(event -> id.equals(event.getAttributeValue(BPMN_ATTRIBUTE_ATTACHED_TO_REF)))
            .map(BoundaryEvent::getId));
  }

  /** The properties that say something, by name. */
  public Map<String, String> properties() {
    return properties(marked());
  }

  static Map<String, String> properties(BaseElement element) {
    Map<String, String> properties = new LinkedHashMap<>();
    all(element)
        .filter(property -> property.getCamundaName() != null)
        .filter(property -> property.getCamundaValue() != null && !property.getCamundaValue().isBlank())
        .forEach(property -> properties.putIfAbsent(property.getCamundaName(), property.getCamundaValue().strip()));
    return properties;
  }

  /** The parts of a property that is a list. */
  public List<String> list(String property) {
    return parts(properties().get(property));
  }

  /** @param text null counts as empty */
  public static List<String> parts(@Nullable String text) {
    return text == null ? List.of()
        : Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** The groups that may do it. */
  public Set<String> roles() {
    List<String> named = list(ROLES);
    return named.isEmpty() ? Set.of(DEFAULT_ROLE) : Set.copyOf(named);
  }

  /** Every property an element has, as it is written. */
  public static Stream<CamundaProperty> all(BaseElement element) {
    return element.getExtensionElements() == null
        ? Stream.empty()
        : element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .flatMap(properties -> properties.getCamundaProperties().stream());
  }
}
