package org.jobline.platform.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sets a process down at a place of its diagram, whatever it was doing before. */
@Component
public class Placement {

  private final RuntimeService runtime;

  Placement(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * @param element id of the element to begin with, in the process's own diagram
   * @param inside ids of the elements to begin with in the sheet that the first one calls, in the sheet that this one
   *     calls, and so on; each stands in no box there. Empty when the first one calls none.
   */
  public record Place(String element, List<String> inside) {

    public Place {
      inside = List.copyOf(inside);
    }

    private Map<String, Object> toBeginAt() {
      return inside.isEmpty() ? Map.of() : Map.of(CalledSheet.BEGIN_AT, CalledSheet.way(inside));
    }
  }

  /** The id of the definition a running process follows. */
  public String definitionOf(String processInstanceId) {
    return runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult()
        .getProcessDefinitionId();
  }

  /** Starts a process there. */
  public void start(String processDefinitionId, String businessKey, Map<String, Object> variables, Place place) {
    ProcessInstantiationBuilder start = runtime.createProcessInstanceById(processDefinitionId)
        .businessKey(businessKey)
        .setVariables(variables)
        .startBeforeActivity(place.element());
    place.toBeginAt().forEach(start::setVariableLocal);
    start.execute();
  }

  /** Takes a process away from everywhere it stands and sets it down there. */
  public void move(String processInstanceId, Place place) {
    ActivityInstance standing = runtime.getActivityInstance(processInstanceId);
    ProcessInstanceModificationBuilder move = runtime.createProcessInstanceModification(processInstanceId);
    Stream.of(standing.getChildActivityInstances()).forEach(child -> move.cancelActivityInstance(child.getId()));
    Stream.of(standing.getChildTransitionInstances()).forEach(child -> move.cancelTransitionInstance(child.getId()));
    ProcessInstanceModificationInstantiationBuilder there = move.startBeforeActivity(place.element());
    place.toBeginAt().forEach(there::setVariableLocal);
    move.execute();
  }
}
