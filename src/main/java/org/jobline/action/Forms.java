package org.jobline.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The deployed forms. A form belongs to the deployment of the diagram that uses it, so it never changes under a task. */
@Component
class Forms {

  private final RepositoryService repository;
  private final ObjectMapper json;
  private final Map<String, FormDefinition> known = new ConcurrentHashMap<>();

  Forms(@Lazy RepositoryService repository, ObjectMapper json) {
    this.repository = repository;
    this.json = json;
  }

  FormDefinition of(ActionDefinition action) {
    return of(action.processDefinitionId(), action.formResource());
  }

  /** @param resource such as {@code forms/accept-job.form} */
  FormDefinition of(String processDefinitionId, String resource) {
    return known.computeIfAbsent(processDefinitionId + " " + resource, key -> read(processDefinitionId, resource));
  }

  private FormDefinition read(String processDefinitionId, String resource) {
    String deployment = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
    String fileName = resource.substring(resource.lastIndexOf('/') + 1);
    // the Modeler deploys files without their folder
    String name = repository.getDeploymentResourceNames(deployment).stream()
        .filter(candidate -> candidate.equals(fileName) || candidate.endsWith("/" + fileName))
        .findFirst()
        .orElseThrow(() -> DiagramFaultException.withoutForm(processDefinitionId, resource));
    try (InputStream content = repository.getResourceAsStream(deployment, name)) {
      return FormDefinition.read(json.readTree(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
