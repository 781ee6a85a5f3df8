package org.jobline.action;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jobline.order.OrderType;

/**
 * What a lifecycle says of its type of order, at the start that has the form to log orders with. A property that is
 * missing is as it was before lifecycles said it.
 */
public record DrawnLifecycle(Process process, StartEvent start) {

  public static final String LABEL = "label";
  public static final String PREFIX = "numbersBeginWith";
  public static final String DIGIT = "statusDigit";
  public static final String ACTION = "action";
  public static final List<String> PROPERTIES = List.of(LABEL, PREFIX, DIGIT, ACTION, DrawnAction.ROLES);

  private static final String LOG = "Log Work Order";
  private static final Set<String> LOGGERS = Set.of("helpdesk", "admin");

  /** Empty when the process is no lifecycle. */
  public static Optional<DrawnLifecycle> of(Process process) {
    return process.getChildElementsByType(StartEvent.class).stream()
        .filter(start -> start.getCamundaFormRef() != null)
        .findFirst()
        .map(start -> new DrawnLifecycle(process, start));
  }

  /** That of the process of this key in a file. */
  public static Optional<DrawnLifecycle> of(BpmnModelInstance model, String key) {
    return model.getModelElementsByType(Process.class).stream()
        .filter(process -> key.equals(process.getId()))
        .findFirst()
        .flatMap(DrawnLifecycle::of);
  }

  public OrderType type() {
    String key = process.getId();
    return OrderType.ofLifecycle(key,
        said(PREFIX).orElseGet(() -> key.substring(0, 1).toUpperCase(Locale.ROOT)),
        said(DIGIT).orElse("0").charAt(0));
  }

  /** All of it, apart from the diagram. */
  Lifecycle read() {
    return new Lifecycle(type(), label(), action(), roles(), start.getCamundaFormRef());
  }

  /** What people call the type. */
  public String label() {
    return said(LABEL).orElseGet(() ->
        process.getId().substring(0, 1).toUpperCase(Locale.ROOT) + process.getId().substring(1));
  }

  private String action() {
    return said(ACTION).orElse(LOG);
  }

  private Set<String> roles() {
    List<String> named = DrawnAction.parts(properties().get(DrawnAction.ROLES));
    return named.isEmpty() ? LOGGERS : Set.copyOf(named);
  }

  /** The properties that say something, by name. */
  public Map<String, String> properties() {
    return DrawnAction.properties(start);
  }

  private Optional<String> said(String property) {
    return Optional.ofNullable(properties().get(property));
  }
}
