package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a process owner is told in the Modeler when something is wrong with what he deploys. */
@ServedDemoTest
class RefusedDeploymentTest {

  @LocalServerPort int port;
  @Autowired ObjectMapper json;
  @Autowired RepositoryService repository;
  @Autowired IdentityService identity;
  @Autowired ManagementService management;

  private JsonNode refused(Map<String, String> files) throws IOException {
    long before = repository.createDeploymentQuery().count();
    StringBuilder body = new StringBuilder();
    Map.of("deployment-name", "mine", "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true",
        "deploy-changed-only", "true").forEach((name, value) ->
            body.append("--x\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n")
                .append(value).append("\r\n"));
    files.forEach((name, content) -> body.append("--x\r\nContent-Disposition: form-data; name=\"").append(name)
        .append("\"; filename=\"").append(name).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .append(content).append("\r\n"));
    HttpResponse<String> answer = new Browser(port).as("owner").call("POST", "/engine-rest/deployment/create",
        "multipart/form-data; boundary=x", body.append("--x--\r\n").toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    return json.readTree(answer.body());
  }

  @Test
  void the_modeler_is_told_all_that_is_wrong_with_the_elements_to_mark() throws IOException {
    String notes = Files.readString(Path.of("processes/actions/notes.bpmn"))
        .replaceFirst("name=\"menu\" value=\"[^\"]*\"", "name=\"menu\" value=\"Phone\"")
        .replace("formRef=\"information\"", "formRef=\"Information\"");
    String form = Files.readString(Path.of("forms/stop-job.form")).replace("\"radio\"", "\"iframe\"");
    String targets = Files.readString(Path.of("processes/decisions/sla-targets.dmn")).replace("\"PT2H\"", "two hours");
    JsonNode answer = refused(new TreeMap<>(Map.of(
        "notes.bpmn", notes, "stop-job.form", form, "sla-targets.dmn", targets)));

    assertThat(answer.path("type").asText()).isEqualTo("ParseException");
    assertThat(answer.path("message").asText())
        .contains("Nothing was deployed", "notes.bpmn: asked_addNotesPublic, menu: ", "Agent, In, Out");
    JsonNode errors = answer.path("details").path("notes.bpmn").path("errors");
    assertThat(errors.findValuesAsText("mainElementId")).contains("asked_addNotesPublic", "information");
    assertThat(answer.path("details").path("stop-job.form").path("errors").get(0).path("message").asText())
        .contains("iframe", "textfield");
    assertThat(answer.path("details").path("sla-targets.dmn").path("errors").toString()).contains("quotation marks");
  }

  @Test
  void a_diagram_that_would_make_its_author_an_administrator_is_not_run() throws IOException {
    JsonNode answer = refused(Map.of("mine.bpmn", """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://jobline.org/test" id="mine">
          <bpmn:process id="promotion" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="soon"><bpmn:timerEventDefinition id="soonTimer">
              <bpmn:timeDuration id="duration">PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>
            <bpmn:sequenceFlow id="toPromote" sourceRef="soon" targetRef="promote" />
            <bpmn:serviceTask id="promote" \
        camunda:expression="${identityService.createMembership('owner','admin')}" />
          </bpmn:process>
        </bpmn:definitions>
        """));
    assertThat(answer.path("details").path("mine.bpmn").path("errors").toString())
        .contains("\"mainElementId\":\"promote\"", "camunda:delegateExpression");
    assertThat(management.createJobQuery().processDefinitionKey("promotion").count()).isZero();
    assertThat(identity.createGroupQuery().groupMember("owner").groupId("admin").count()).isZero();
  }
}
