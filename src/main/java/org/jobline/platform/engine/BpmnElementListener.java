package org.jobline.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives each kind of piece its one meaning (design, "How the flow is drawn"): a user task is an agent action, a none
 * intermediate event is a status, an end event with a message tells the order's other processes. So a process owner
 * draws the piece and nothing has to be remembered.
 */
class BpmnElementListener extends AbstractBpmnParseListener {

  private final TaskListener agentAction;
  private final ExecutionListener statusMilestone;
  private final ExecutionListener outcomeMessage;
  private final Supplier<ChangingVariables> changing;
  private final Supplier<EntryNotTold> entryNotTold;
  private final List<DeploymentListener> deploymentListeners;

  BpmnElementListener(
      TaskListener agentAction, ExecutionListener statusMilestone, ExecutionListener outcomeMessage,
      Supplier<ChangingVariables> changing, Supplier<EntryNotTold> entryNotTold,
      List<DeploymentListener> deploymentListeners) {
    this.agentAction = agentAction;
    this.statusMilestone = statusMilestone;
    this.outcomeMessage = outcomeMessage;
    this.changing = changing;
    this.entryNotTold = entryNotTold;
    this.deploymentListeners = deploymentListeners;
  }

  @Override
  public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, agentAction);
    // before the diagram's own listeners: what they do must come after the check
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, agentAction);
  }

  @Override
  public void parseIntermediateThrowEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
    if (event.elements().stream().noneMatch(child -> child.getTagName().endsWith("EventDefinition"))) {
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, statusMilestone);
    }
  }

  @Override
  public void parseEndEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
    if (event.elements().stream().anyMatch(child -> child.getTagName().equals("messageEventDefinition"))) {
      activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, outcomeMessage);
    }
  }

  @Override
  public void parseCallActivity(Element call, ScopeImpl scope, ActivityImpl activity) {
    CallableElement callable = ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement();
    activity.setActivityBehavior(new CalledSheet(callable, changing, entryNotTold));
  }

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    deploymentListeners.forEach(DeploymentListener::deployed);
  }
}
