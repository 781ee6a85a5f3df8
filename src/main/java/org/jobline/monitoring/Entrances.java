package org.jobline.monitoring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jobline.action.Milestones;
import org.jobline.engine.Placement.Place;
import org.jobline.order.OrderType;
import org.jobline.order.Status;
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
    statuses(lifecycle, type).forEach((code, status) ->
        entrances.put(code, new Place(status.getId(), Optional.empty())));
    lifecycle.getModelElementsByType(CallActivity.class).stream()
        .filter(call -> !isOnTheSide(call))
        .forEach(call -> newest(call.getCalledElement()).ifPresent(stage ->
            statuses(repository.getBpmnModelInstance(stage.getId()), type).forEach((code, status) ->
                entrances.putIfAbsent(code, new Place(call.getId(), Optional.of(outermost(status).getId()))))));
    return entrances;
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

  private static Map<String, FlowNode> statuses(BpmnModelInstance sheet, OrderType type) {
    Map<String, FlowNode> statuses = new LinkedHashMap<>();
    Milestones.in(sheet)
        .filter(event -> !isOnTheSide(event) && leadsToAWait(event))
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

  private static boolean leadsToAWait(FlowNode status) {
    if (status.getPreviousNodes().list().stream().anyMatch(before ->
        before instanceof StartEvent start && start.getCamundaFormRef() != null)) {
      return false;
    }
    Deque<FlowNode> open = new ArrayDeque<>(status.getSucceedingNodes().list());
    Set<FlowNode> seen = new HashSet<>();
    while (!open.isEmpty()) {
      FlowNode next = open.poll();
      if (isWait(next)) {
        return true;
      } else if (seen.add(next)) {
        open.addAll(next.getSucceedingNodes().list());
      }
    }
    return false;
  }

  private static boolean isWait(FlowNode node) {
    return node instanceof CatchEvent || node instanceof EventBasedGateway
        || node instanceof Activity && !(node instanceof ServiceTask);
  }
}
