package org.jobline.action;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.platform.security.RolesOfTasks;
import org.springframework.stereotype.Component;

/** The roles that stand at an action's task or at the start it is asked for by. */
@Component
class DrawnRoles implements RolesOfTasks {

  @Override
  public Set<String> of(UserTask task) {
    return Stream.concat(Stream.of(task), DrawnAction.of(task).start().stream())
        .flatMap(DrawnRoles::at)
        .collect(Collectors.toSet());
  }

  private static Stream<String> at(FlowNode piece) {
    return DrawnAction.all(piece)
        .filter(property -> DrawnAction.ROLES.equals(property.getCamundaName()) && property.getCamundaValue() != null)
        .flatMap(property -> DrawnAction.parts(property.getCamundaValue()).stream());
  }
}
