package org.jobline.engine;

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

  /** Id of the element the called sheet is to begin with; it stands in no box of the sheet. */
  static final String BEGIN_AT = "beginAt";

  private final Supplier<ChangingVariables> changing;

  CalledSheet(CallableElement callable, Supplier<ChangingVariables> changing) {
    this.changing = changing;
    setCallableElement(callable);
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
    called.setActivity(sheet.findActivity(place.toString()));
    called.start(variables);
  }
}
