package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * What an agent does happens at once, whole or not at all. After an asynchronous step the action would be over: its
 * form could not be read any more, and its event would not tell what followed. So only diagrams without actions, such
 * as the sending of messages, may have such steps.
 */
@Component
class AsynchronousCheck implements ModelCheck {

  /** Steps that need somebody else's machine. */
  private static final Set<String> OUTSIDE = Set.of("sendTheMessageDelegate");

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.diagrams().forEach((resource, model) -> {
      if (hasActions(model)) {
        model.getModelElementsByType(FlowNode.class).forEach(node -> Stream.of("asyncBefore", "asyncAfter")
            // not every node has a method for it, but the engine looks at every node
            .filter(property -> "true".equals(node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, property)))
            .forEach(property -> problems.add(Problem.at(resource, node.getId(), property,
                "What follows an action must happen at once: \"Asynchronous before\" and \"after\" must be off in a "
                    + "diagram with agent actions."))));
      }
      model.getModelElementsByType(ServiceTask.class).stream()
          .filter(AsynchronousCheck::reachesOutside)
          .filter(step -> !"true".equals(step.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "asyncBefore")))
          .forEach(step -> problems.add(Problem.at(resource, step.getId(), "asyncBefore",
              "\"Asynchronous before\" must be on: a call to another system can fail, and the agent's "
                  + "action would fail with it.")));
    });
    return problems;
  }

  private static boolean reachesOutside(ServiceTask step) {
    return Delegates.of(step).filter(OUTSIDE::contains).isPresent();
  }

  private static boolean hasActions(BpmnModelInstance model) {
    return !model.getModelElementsByType(UserTask.class).isEmpty()
        || model.getModelElementsByType(StartEvent.class).stream().anyMatch(start -> start.getCamundaFormRef() != null);
  }
}
