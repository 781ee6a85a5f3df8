package org.jobline.platform.security;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which groups a diagram gives a user task to, beside its candidate groups. */
public interface RolesOfTasks {

  /** @return empty when the diagram names none */
  Set<String> of(UserTask task);
}
