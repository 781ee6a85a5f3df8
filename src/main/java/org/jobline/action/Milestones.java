package org.jobline.action;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.jobline.order.Status;

/** The events of a diagram that put an order into a status: plain intermediate ones that have a status for a name. */
public final class Milestones {

  private Milestones() {}

  public static Stream<IntermediateThrowEvent> in(BpmnModelInstance diagram) {
    return diagram.getModelElementsByType(IntermediateThrowEvent.class).stream().filter(Milestones::isOne);
  }

  public static boolean isOne(IntermediateThrowEvent event) {
    return isPlain(event) && Status.isMilestone(event.getName());
  }

  /** The events that must have a status for a name, whether they have or not. */
  public static Stream<IntermediateThrowEvent> plainEvents(BpmnModelInstance diagram) {
    return diagram.getModelElementsByType(IntermediateThrowEvent.class).stream()
        .filter(Milestones::isPlain);
  }

  private static boolean isPlain(IntermediateThrowEvent event) {
    return event.getEventDefinitions().isEmpty();
  }
}
