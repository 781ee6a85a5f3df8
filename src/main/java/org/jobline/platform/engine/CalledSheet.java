package org.jobline.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Calls another sheet, which begins at its start or, when an order is put back, where it is told to: what lies between
 * has been done already. It is given no {@link ChangingVariables}, even when a diagram of an earlier release hands on
 * all variables.
 *
 * <p>A sheet that an order can enter in several ways is told which by the variable {@code entry}. It is for one call:
 * the caller forgets it then.
 */
class CalledSheet extends CallActivityBehavior {

  /** The {@link #way} to the element to begin with. */
  static final String BEGIN_AT = "beginAt";
  /** The variable that tells a called sheet where to begin. */
  static final String ENTRY = "entry";
  private static final String INTO = "/";

  private final Supplier<ChangingVariables> changing;
  private final Supplier<EntryNotTold> entryNotTold;

  CalledSheet(
      CallableElement callable, Supplier<ChangingVariables> changing, Supplier<EntryNotTold> entryNotTold) {
    this.changing = changing;
    this.entryNotTold = entryNotTold;
    setCallableElement(callable);
  }

  /** @param elements ids of the element the called sheet is to begin with, of the one in the sheet that it calls, ... */
  static String way(List<String> elements) {
    return String.join(INTO, elements);
  }

  @Override
  protected void startInstance(ActivityExecution execution, VariableMap variables, String businessKey) {
    changing.get().names().forEach(variables::remove);
    tellEntry(execution, variables, businessKey);
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

  private void tellEntry(ActivityExecution execution, VariableMap variables, String businessKey) {
    if (namesNoVariable()) {
      variables.remove(ENTRY);
      entryNotTold.get().entry(businessKey).ifPresent(entry -> variables.put(ENTRY, entry));
    } else if (variables.get(ENTRY) == null) {
      variables.remove(ENTRY);
    }
    if (execution.hasVariable(ENTRY)) {
      execution.removeVariable(ENTRY);
    }
  }

  /** As callers did before they told where to begin. */
  private boolean namesNoVariable() {
    return getCallableElement().getInputs().stream().allMatch(CallableElementParameter::isAllVariables);
  }
}
