package org.jobline.platform.engine;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Variables of a process that change while a sheet it has called is running. A copy would go out of date there, so no
 * sheet is given one, whatever its call hands on; forms are told the value of the moment instead.
 */
public interface ChangingVariables {

  Set<String> names();

  /** Their values now, for the form of a task; none when the task belongs to no order. */
  Map<String, Object> valuesFor(DelegateTask task);
}
