package org.jobline.operations.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.action.Milestones;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
import org.jobline.platform.engine.Placement.Place;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where the statuses stand in a lifecycle and the stages it calls, so that an order can be put back to one. */
@Component
class Entrances {

  private final RepositoryService repository;

  Entrances(@Lazy RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * The places by the numbers of the statuses. Left out is a status in which no order waits on its way: the creation,
   * the end of one that goes on as another, and what an action on demand sets.
   */
  Map<String, Place> of(String processDefinitionId, OrderType type) {
    Map<String, Place> entrances = new TreeMap<>();
    BpmnModelInstance lifecycle = repository.getBpmnModelInstance(processDefinitionId);
    statuses(lifecycle, type, false).forEach((code, status) ->
        entrances.put(code, new Place(status.getId(), List.of())));
    lifecycle.getModelElementsByType(CallActivity.class).stream()
        .filter(call -> !isOnTheSide(call))
        .forEach(call -> ways(call, type, false, Set.of()).forEach((code, way) ->
            entrances.putIfAbsent(code, new Place(call.getId(), way))));
    return entrances;
  }

  /**
   * The ways to the statuses in a sheet that is called and in those it calls, by the numbers of the statuses.
   *
   * @param thenWaits whether the order comes to a wait when the sheet has ended
   * @param around keys of the sheets around it
   */
  private Map<String, List<String>> ways(CallActivity call, OrderType type, boolean thenWaits, Set<String> around) {
    Optional<BpmnModelInstance> called = around.contains(call.getCalledElement()) ? Optional.empty()
        : newest(call.getCalledElement()).map(definition -> repository.getBpmnModelInstance(definition.getId()));
    Map<String, List<String>> ways = new TreeMap<>();
    called.ifPresent(sheet -> {
      statuses(sheet, type, thenWaits).forEach((code, status) ->
          ways.put(code, List.of(outermost(status).getId())));
      Set<String> deeper = new HashSet<>(around);
      deeper.add(call.getCalledElement());
      sheet.getModelElementsByType(CallActivity.class).stream()
          // a sheet cannot be entered in the middle of a box
          .filter(inner -> outermost(inner) == inner)
          .forEach(inner -> ways(inner, type, leadsToAWait(inner, thenWaits), deeper).forEach((code, way) ->
              ways.putIfAbsent(code, Stream.concat(Stream.of(inner.getId()), way.stream()).toList())));
    });
    return ways;
  }

  /** A sheet is entered at a box as a whole, which begins with its status. */
  private static FlowNode outermost(FlowNode node) {
    return node.getParentElement() instanceof SubProcess part ? outermost(part) : node;
  }

  /** The id of the definition an order of the type would begin with now. */
  String newestLifecycle(OrderType type) {
    return newest(type.lifecycle()).map(ProcessDefinition::getId)
        .orElseThrow(() -> new IllegalStateException("The lifecycle " + type.lifecycle() + " is not deployed"));
  }

  private Optional<ProcessDefinition> newest(String key) {
    return Optional.ofNullable(
        repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult());
  }

  private static Map<String, FlowNode> statuses(BpmnModelInstance sheet, OrderType type, boolean thenWaits) {
    Map<String, FlowNode> statuses = new LinkedHashMap<>();
    Milestones.in(sheet)
        .filter(event -> !isOnTheSide(event) && leadsToAWait(event, thenWaits))
        .forEach(event ->
            statuses.putIfAbsent(Status.ofMilestone(event.getName(), type).code().value(), event));
    return statuses;
  }

  private static boolean isOnTheSide(FlowNode node) {
    for (ModelElementInstance at = node.getParentElement(); at != null; at = at.getParentElement()) {
      if (at instanceof SubProcess part && part.triggeredByEvent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsToAWait(FlowNode node, boolean thenWaits) {
    if (node.getPreviousNodes().list().stream().anyMatch(before ->
        before instanceof StartEvent start && start.getCamundaFormRef() != null)) {
      return false;
    }
    Deque<FlowNode> open = new ArrayDeque<>(node.getSucceedingNodes().list());
    Set<FlowNode> seen = new HashSet<>();
    while (!open.isEmpty()) {
      FlowNode next = open.poll();
      if (isWait(next) || thenWaits && isPlainEnd(next)) {
        return true;
      } else if (seen.add(next)) {
        open.addAll(next.getSucceedingNodes().list());
      }
    }
    return false;
  }

  private static boolean isPlainEnd(FlowNode node) {
    return node instanceof EndEvent end && end.getEventDefinitions().isEmpty() && outermost(end) == end;
  }

  private static boolean isWait(FlowNode node) {
    return node instanceof CatchEvent || node instanceof EventBasedGateway
        || node instanceof Activity && !(node instanceof ServiceTask);
  }
}
