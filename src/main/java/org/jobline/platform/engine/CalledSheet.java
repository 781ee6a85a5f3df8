package org.jobline.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Calls another sheet, which begins at its start or, when an order is put back, where it is told to: what lies between
 * has been done already. It is given no {@link ChangingVariables}, even when a diagram of an earlier release hands on
 * all variables.
 */
class CalledSheet extends CallActivityBehavior {

  /** The {@link #way} to the element to begin with. */
  static final String BEGIN_AT = "beginAt";
  private static final String INTO = "/";

  private final Supplier<ChangingVariables> changing;

  CalledSheet(CallableElement callable, Supplier<ChangingVariables> changing) {
    this.changing = changing;
    setCallableElement(callable);
  }

  /** @param elements ids of the element the called sheet is to begin with, of the one in the sheet that it calls, ... */
  static String way(List<String> elements) {
    return String.join(INTO, elements);
  }

  @Override
  protected void startInstance(ActivityExecution execution, VariableMap variables, String businessKey) {
    changing.get().names().forEach(variables::remove);
    Object place = execution.getVariable(BEGIN_AT);
    if (place == null) {
      super.startInstance(execution, variables, businessKey);
      return;
    }
    execution.removeVariable(BEGIN_AT);
    variables.remove(BEGIN_AT);
    ExecutionEntity caller = (ExecutionEntity) execution;
    ProcessDefinitionImpl sheet = CallableElementUtil.getProcessDefinitionToCall(
        caller, caller.getProcessDefinitionTenantId(), getCallableElement());
    ExecutionEntity called = caller.createSubProcessInstance(sheet, businessKey, null);
    String[] way = place.toString().split(INTO, 2);
    called.setActivity(sheet.findActivity(way[0]));
    if (way.length > 1) {
      variables.put(BEGIN_AT, way[1]);
    }
    called.start(variables);
  }
}
