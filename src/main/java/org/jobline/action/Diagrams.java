package org.jobline.action;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jobline.engine.DeploymentListener;
import org.jobline.workorder.OrderType;
import org.jobline.workorder.StatusPatterns;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the agent actions out of deployed diagrams. What is drawn and deployed is what there is. */
@Component
class Diagrams implements DeploymentListener {

  /** How long another node's deployment may go unnoticed. */
  private static final long FRESH_NANOS = 5_000_000_000L;

  private static final String DEFAULT_ROLE = "helpdesk";

  private final RepositoryService repository;
  /** By id of the process definition, which never changes; then by id of the user task. */
  private final Map<String, Map<String, ActionDefinition>> byDefinition = new ConcurrentHashMap<>();

  private volatile Newest newest;

  Diagrams(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  private record Newest(long readAt, List<ActionDefinition> actions) {
    boolean isFresh() {
      return System.nanoTime() - readAt < FRESH_NANOS;
    }
  }

  @Override
  public void deployed() {
    newest = null;
  }

  /** The action a user task stands for; empty when it has no form and so is no agent action. */
  Optional<ActionDefinition> ofTask(String processDefinitionId, String userTaskId) {
    return Optional.ofNullable(actionsOf(processDefinitionId).get(userTaskId));
  }

  /** The action a message start of a stage or sheet stands for. */
  Optional<ActionDefinition> ofStart(String processDefinitionId, String startEventId) {
    return actionsOf(processDefinitionId).values().stream()
        .filter(action -> startEventId.equals(action.startEventId()))
        .findFirst();
  }

  /** The rows of the newest action sheets. */
  List<ActionDefinition> sheets() {
    return newest().stream().filter(action -> action.kind() == ActionDefinition.Kind.SHEET).toList();
  }

  /** Every place where the newest diagrams draw the action. */
  List<ActionDefinition> places(ActionKey key) {
    return newest().stream().filter(action -> action.key().equals(key)).toList();
  }

  /** All actions of the newest diagrams; an action drawn in several places comes several times. */
  List<ActionDefinition> newest() {
    Newest known = newest;
    if (known == null || !known.isFresh()) {
      List<ActionDefinition> actions = repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
          .map(ProcessDefinition::getId)
          .map(this::actionsOf)
          .map(Map::values)
          .flatMap(Collection::stream)
          .toList();
      known = new Newest(System.nanoTime(), actions);
      newest = known;
    }
    return known.actions();
  }

  private Map<String, ActionDefinition> actionsOf(String processDefinitionId) {
    return byDefinition.computeIfAbsent(processDefinitionId, this::read);
  }

  private Map<String, ActionDefinition> read(String processDefinitionId) {
    BpmnModelInstance model = repository.getBpmnModelInstance(processDefinitionId);
    Map<String, ActionDefinition> actions = new LinkedHashMap<>();
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      if (task.getCamundaFormRef() != null) {
        actions.put(task.getId(), read(task, processDefinitionId));
      }
    }
    return actions;
  }

  private static ActionDefinition read(UserTask task, String processDefinitionId) {
    Optional<StartEvent> start = messageStart(task);
    Map<String, String> properties = properties(start.map(BaseElement.class::cast).orElse(task));
    return new ActionDefinition(
        new ActionKey(task.getCamundaFormRef()),
        singleLine(task.getName()),
        start.map(Diagrams::kind).orElse(ActionDefinition.Kind.PROMPT),
        list(properties.get("menu")).map(Channel::ofMenu).toList(),
        StatusPatterns.parse(properties.get("offeredIn")),
        types(properties.get("types")),
        roles(properties.get("roles")),
        properties.get("offeredIf"),
        "yes".equals(properties.get("private")),
        "yes".equals(properties.get("whileLocked")),
        processDefinitionId,
        task.getId(),
        start.map(StartEvent::getId).orElse(null),
        start.map(Diagrams::message).orElse(null),
        "forms/" + task.getCamundaFormRef() + ".form");
  }

  private static Optional<StartEvent> messageStart(UserTask task) {
    return task.getIncoming().stream()
        .map(flow -> flow.getSource())
        .filter(StartEvent.class::isInstance)
        .map(StartEvent.class::cast)
        .filter(start -> message(start) != null)
        .findFirst();
  }

  private static ActionDefinition.Kind kind(FlowNode start) {
    return start.getParentElement() instanceof SubProcess
        ? ActionDefinition.Kind.ON_DEMAND
        : ActionDefinition.Kind.SHEET;
  }

  private static String message(StartEvent start) {
    return start.getEventDefinitions().stream()
        .filter(MessageEventDefinition.class::isInstance)
        .map(definition -> ((MessageEventDefinition) definition).getMessage().getName())
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> properties(BaseElement element) {
    if (element.getExtensionElements() == null) {
      return Map.of();
    }
    return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
        .flatMap(properties -> properties.getCamundaProperties().stream())
        .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (a, b) -> a));
  }

  private static Set<OrderType> types(String text) {
    return list(text)
        .map(String::toUpperCase)
        .map(OrderType::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrderType.class)));
  }

  private static Set<String> roles(String text) {
    Set<String> roles = list(text).collect(Collectors.toSet());
    if (roles.isEmpty()) {
      roles.add(DEFAULT_ROLE);
    }
    return Set.copyOf(roles);
  }

  private static Stream<String> list(String text) {
    return text == null
        ? Stream.empty()
        : Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
  }

  private static String singleLine(String name) {
    return name.strip().replaceAll("\\s+", " ");
  }
}
