package org.jobline.modelling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.action.DrawnAction;
import org.jspecify.annotations.Nullable;
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
              "The order is locked here, but nothing in the diagram unlocks it again (" + UNLOCK + ")."));
        }
        files.withAllCalled(sheet.process().getId()).forEach(called -> whileLocked.add(called.process().getId()));
      }
    });
    whileLocked.stream().map(files.sheets()::get).filter(Sheet::isDeployed).forEach(sheet ->
        sheet.all(UserTask.class).stream().map(DrawnAction::of)
            .filter(drawn -> drawn.start().isEmpty() && !drawn.list(DrawnAction.WHILE_LOCKED).equals(List.of("yes")))
            .forEach(drawn -> problems.add(Problem.at(sheet.resource(), drawn.task().getId(), DrawnAction.WHILE_LOCKED,
                "The order is locked while it waits here; \"" + DrawnAction.WHILE_LOCKED
                    + "\" must be yes, or nobody could ever do it."))));
    return problems;
  }

  /** Null when the sheet has none. */
  private static @Nullable BaseElement step(Sheet sheet, String delegate) {
    return sheet.all(ServiceTask.class).stream()
        .filter(step -> Delegates.of(step).filter(delegate::equals).isPresent())
        .findFirst().orElse(null);
  }
}
