package org.jobline.modelling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** The names of the beans that do what service tasks say. */
final class Delegates {

  static final Pattern NAMED = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

  private Delegates() {}

  /** Empty when the task names none, or says something else. */
  static Optional<String> of(ServiceTask task) {
    return Optional.ofNullable(task.getCamundaDelegateExpression())
        .map(NAMED::matcher).filter(Matcher::matches).map(named -> named.group(1));
  }
}
