package org.jobline.modelling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.action.DrawnAction;
import org.springframework.stereotype.Component;

/** A sheet that locks an order unlocks it, and what it waits for meanwhile can be done on a locked order. */
@Component
class LockCheck implements ModelCheck {

  private static final String LOCK = "lockTheOrderDelegate";
  private static final String UNLOCK = "unlockTheOrderDelegate";

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    Set<String> whileLocked = new HashSet<>();
    files.sheets().values().forEach(sheet -> {
      BaseElement lock = step(sheet, LOCK);
      BaseElement unlock = step(sheet, UNLOCK);
      if (sheet.isDeployed() && lock == null && unlock != null) {
        problems.add(Problem.at(sheet.resource(), unlock.getId(), "delegateExpression",
            "The order is unlocked here, but nothing in the diagram locks it (" + LOCK + ")."));
      }
      if (lock != null) {
        if (sheet.isDeployed() && unlock == null) {
          problems.add(Problem.at(sheet.resource(), lock.getId(), "delegateExpression",
              "The order is locked here, and nothing in the diagram unlocks it again (" + UNLOCK + ")."));
        }
        reach(sheet.process().getId(), files, whileLocked);
      }
    });
    whileLocked.stream().map(files.sheets()::get).filter(ModelFiles.Sheet::isDeployed).forEach(sheet ->
        sheet.process().getModelInstance().getModelElementsByType(UserTask.class).stream()
            .map(DrawnAction::of)
            .filter(drawn -> drawn.start().isEmpty() && !drawn.list(DrawnAction.WHILE_LOCKED).equals(List.of("yes")))
            .forEach(drawn -> problems.add(Problem.at(sheet.resource(), drawn.task().getId(), DrawnAction.WHILE_LOCKED,
                "The order is locked while it waits here; \"" + DrawnAction.WHILE_LOCKED
                    + "\" must be yes, else nobody could ever do it."))));
    return problems;
  }

  private static void reach(String key, ModelFiles files, Set<String> reached) {
    ModelFiles.Sheet sheet = files.sheets().get(key);
    if (sheet != null && reached.add(key)) {
      sheet.model().getModelElementsByType(CallActivity.class).stream().map(CallActivity::getCalledElement)
          .filter(Objects::nonNull).forEach(called -> reach(called, files, reached));
    }
  }

  /** Null when the sheet has none such. */
  private static BaseElement step(ModelFiles.Sheet sheet, String delegate) {
    Stream<ServiceTask> steps = sheet.model().getModelElementsByType(ServiceTask.class).stream();
    return steps.filter(step -> String.valueOf(step.getCamundaDelegateExpression()).contains("{" + delegate + "}"))
        .findFirst().orElse(null);
  }
}
