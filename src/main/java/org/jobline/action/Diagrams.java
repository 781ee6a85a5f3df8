package org.jobline.action;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.order.OrderTypes;
import org.jobline.order.StatusPatterns;
import org.jobline.platform.engine.DeployedDiagrams;
import org.jobline.platform.engine.DeploymentListener;
import org.jobline.platform.engine.ReadFromDeployments;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the agent actions out of deployed diagrams. What is drawn and deployed is what there is. */
@Component
class Diagrams implements DeploymentListener {

  private final RepositoryService repository;
  private final DeployedDiagrams deployed;
  private final OrderTypes types;
  private final ObjectProvider<OfferCondition> conditions;
  /** By id of the process definition, which never changes. */
  private final Map<String, Reading> byDefinition = new ConcurrentHashMap<>();

  private final ReadFromDeployments<List<ActionDefinition>> newest = new ReadFromDeployments<>(this::readNewest);

  Diagrams(
      @Lazy RepositoryService repository, DeployedDiagrams deployed, OrderTypes types,
      ObjectProvider<OfferCondition> conditions) {
    this.repository = repository;
    this.deployed = deployed;
    this.types = types;
    this.conditions = conditions;
  }

  /** @param actions by id of the user task; none when the diagram cannot be read */
  private record Reading(Map<String, ActionDefinition> actions, boolean isReadable) {

    private static final Reading UNREADABLE = new Reading(Map.of(), false);
  }

  @Override
  public void deployed() {
    newest.forget();
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
    return newest.get();
  }

  private List<ActionDefinition> readNewest() {
    return repository.createProcessDefinitionQuery().latestVersion().active().list().stream()
        .map(ProcessDefinition::getId)
        .map(this::actionsOf)
        .map(Map::values)
        .flatMap(Collection::stream)
        .toList();
  }

  /**
   * Makes sure that the actions of a diagram are known, so that none passes unguarded.
   *
   * @throws DiagramFaultException when they cannot be read
   */
  void requireReadable(String processDefinitionId) {
    if (!reading(processDefinitionId).isReadable()) {
      throw DiagramFaultException.unreadable(processDefinitionId);
    }
  }

  /** Whether the diagram is left out of what is offered. */
  boolean isReadable(String processDefinitionId) {
    return reading(processDefinitionId).isReadable();
  }

  private Map<String, ActionDefinition> actionsOf(String processDefinitionId) {
    return reading(processDefinitionId).actions();
  }

  private Reading reading(String processDefinitionId) {
    return byDefinition.computeIfAbsent(processDefinitionId, this::read);
  }

  /** One diagram that cannot be read must not take what all others offer with it. */
  private Reading read(String processDefinitionId) {
    Optional<BpmnModelInstance> model = deployed.model(processDefinitionId);
    if (model.isEmpty()) {
      return Reading.UNREADABLE;
    }
    Map<String, ActionDefinition> actions = new LinkedHashMap<>();
    try {
      for (UserTask task : model.get().getModelElementsByType(UserTask.class)) {
        if (task.getCamundaFormRef() != null) {
          actions.put(task.getId(), read(DrawnAction.of(task), processDefinitionId));
        }
      }
    } catch (RuntimeException e) {
      deployed.unreadable(processDefinitionId, e);
      return Reading.UNREADABLE;
    }
    return new Reading(actions, true);
  }

  private ActionDefinition read(DrawnAction drawn, String processDefinitionId) {
    Optional<StartEvent> start = drawn.start();
    Map<String, String> properties = drawn.properties();
    ActionKey key = new ActionKey(drawn.task().getCamundaFormRef());
    return new ActionDefinition(
        key,
        drawn.task().getName().strip().replaceAll("\\s+", " "),
        kind(drawn),
        drawn.list(DrawnAction.MENU).stream().map(Channel::ofMenu).toList(),
        StatusPatterns.parse(properties.get(DrawnAction.OFFERED_IN)),
        types(drawn.list(DrawnAction.TYPES)),
        drawn.roles(),
        condition(properties.get(DrawnAction.OFFERED_IF)),
        "yes".equals(properties.get(DrawnAction.PRIVATE)),
        "yes".equals(properties.get(DrawnAction.WHILE_LOCKED)),
        processDefinitionId,
        drawn.task().getId(),
        start.map(StartEvent::getId).orElse(null),
        start.flatMap(DrawnAction::message).orElse(null),
        drawn.isSheet() ? tells(drawn.ends()) : ActionDefinition.Tells.NONE,
        "forms/" + key + ".form");
  }

  private @Nullable String condition(@Nullable String name) {
    if (name != null && conditions.stream().noneMatch(condition -> condition.name().equals(name))) {
      throw new IllegalArgumentException("There is no condition \"" + name + "\"");
    }
    return name;
  }

  private static ActionDefinition.Tells tells(List<EndEvent> ends) {
    Set<String> messages = ends.stream().flatMap(end -> DrawnAction.message(end).stream())
        .collect(Collectors.toUnmodifiableSet());
    return new ActionDefinition.Tells(messages, ends.stream().allMatch(end -> DrawnAction.message(end).isPresent()));
  }

  private static ActionDefinition.Kind kind(DrawnAction drawn) {
    return drawn.start().isEmpty() ? ActionDefinition.Kind.PROMPT
        : drawn.isSheet() ? ActionDefinition.Kind.SHEET
        : ActionDefinition.Kind.ON_DEMAND;
  }

  private Set<String> types(List<String> named) {
    Set<String> names = named.stream().map(name -> name.toUpperCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
    if (!types.names().containsAll(names)) {
      throw new IllegalArgumentException("There is no such type of order: " + String.join(", ", names));
    }
    return names;
  }
}
