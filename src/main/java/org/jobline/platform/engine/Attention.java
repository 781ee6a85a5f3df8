package org.jobline.platform.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Shows in Cockpit what somebody must look at though no order is about it: an incident on an instance of the diagram
 * "attention", which waits until it is over.
 */
@Component
public class Attention {

  private static final String PROCESS = "attention";
  private static final String WAITING = "settled";

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final SystemAuthentication system;

  Attention(@Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy SystemAuthentication system) {
    this.runtime = runtime;
    this.repository = repository;
    this.system = system;
  }

  /**
   * Shows exactly these of a kind; what is shown already with the same words is left alone.
   *
   * @param kind the type of the incidents
   * @param messages by what they are about
   */
  public void show(String kind, Map<String, String> messages) {
    system.call(() -> {
      Set<String> shown = runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).list().stream()
          .map(ProcessInstance::getBusinessKey)
          .filter(key -> key.startsWith(kind + " "))
          .collect(Collectors.toSet());
      shown.stream().filter(key -> !isShown(kind, key, messages)).forEach(this::end);
      messages.forEach((subject, message) -> {
        if (!shown.contains(key(kind, subject)) || !isShown(kind, key(kind, subject), messages)) {
          begin(kind, subject, message);
        }
      });
      return null;
    });
  }

  private static String key(String kind, String subject) {
    return kind + " " + subject;
  }

  private boolean isShown(String kind, String key, Map<String, String> messages) {
    String message = messages.get(key.substring(kind.length() + 1));
    return message != null && runtime.createProcessInstanceQuery().processInstanceBusinessKey(key)
        .incidentMessage(message).count() > 0;
  }

  private void begin(String kind, String subject, String message) {
    if (repository.createProcessDefinitionQuery().processDefinitionKey(PROCESS).count() == 0) {
      return;
    }
    ProcessInstance instance = runtime.startProcessInstanceByKey(PROCESS, key(kind, subject));
    Execution waiting = runtime.createExecutionQuery().processInstanceId(instance.getId()).activityId(WAITING)
        .singleResult();
    runtime.createIncident(kind, waiting.getId(), subject, message);
  }

  private void end(String key) {
    runtime.createMessageCorrelation(ProcessMessage.ATTENTION_OVER.messageName())
        .processInstanceBusinessKey(key).correlateAll();
  }
}
