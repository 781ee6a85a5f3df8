package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the Modeler sends, as a process owner, and what becomes of it. */
@ServedDemoTest
class DeployingTest {

  @LocalServerPort int port;
  @Autowired ObjectMapper json;

  @AfterEach
  void takeTheReleasesNotes() {
    owner().post("/api/modelling/notes.bpmn/take", "");
    owner().post("/api/modelling/add-notes-public.form/take", "");
  }

  private Browser owner() {
    return new Browser(port).as("owner");
  }

  /** The multipart body of the Modeler's request. */
  private JsonNode deploy(Map<String, String> files) throws IOException {
    StringBuilder body = new StringBuilder();
    Map.of("deployment-name", "notes", "deployment-source", "Camunda Modeler", "enable-duplicate-filtering", "true",
        "deploy-changed-only", "true").forEach((name, value) ->
            body.append("--x\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n")
                .append(value).append("\r\n"));
    files.forEach((name, content) -> body.append("--x\r\nContent-Disposition: form-data; name=\"").append(name)
        .append("\"; filename=\"").append(name).append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
        .append(content).append("\r\n"));
    HttpResponse<String> answer = owner().call("POST", "/engine-rest/deployment/create",
        "multipart/form-data; boundary=x", body.append("--x--\r\n").toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private static String form(String key) throws IOException {
    return Files.readString(Path.of("forms", key + ".form"));
  }

  /** Notes with a copy of the row of Add Notes - Public, under a key, a message and ids of its own. */
  private static String withRow(String key, String label) throws IOException {
    String sheet = Files.readString(Path.of("processes/actions/notes.bpmn"));
    StringBuilder row = new StringBuilder(sheet.substring(
        sheet.indexOf("    <bpmn:startEvent id=\"asked_addNotesPublic\""),
        sheet.indexOf("    <bpmn:startEvent id=\"asked_addNotesPrivate\"")));
    sheet.lines().filter(line -> line.contains("<bpmn:sequenceFlow") && line.contains("addNotesPublic"))
        .forEach(row::append);
    String message = sheet.lines().filter(line -> line.contains("<bpmn:message id=\"message_add_notes_public\""))
        .findFirst().orElseThrow();
    return sheet.replace("  </bpmn:process>",
        renamed(row.toString(), key, label) + "\n  </bpmn:process>\n" + renamed(message, key, label));
  }

  private static String renamed(String piece, String key, String label) {
    return piece.replace("add-notes-public", key).replace("message_add_notes_public", "message_own")
        .replace("ddNotesPublic", "ddOwn").replace("Add Notes - Public", label);
  }

  private String anOrder() throws IOException {
    return json.readTree(new Browser(port).as("agent").post("/api/work-orders", """
        {"type":"REACTIVE","site":"S-014","workType":"FAB","priority":"P1","description":"A tile came off",
         "contactName":"Sue","confirmDuplicate":true}""").body()).at("/number").asText();
  }

  private HttpResponse<String> perform(String order, String action) {
    return new Browser(port).as("agent")
        .post("/api/work-orders/" + order + "/actions/" + action, "{\"text\":\"Dog on site\"}");
  }

  @Test
  void sheet_with_a_new_action_is_sent_with_the_new_form_only() throws IOException {
    JsonNode answer = deploy(new LinkedHashMap<>(Map.of(
        "notes.bpmn", withRow("own-notes", "Own Notes"),
        "own-notes.form", form("add-notes-public").replace("\"add-notes-public\"", "\"own-notes\""))));
    assertThat(answer.at("/deployedProcessDefinitions")).hasSize(1);
    String order = anOrder();
    assertThat(perform(order, "own-notes").statusCode()).isEqualTo(200);
    assertThat(perform(order, "add-notes-public").statusCode()).isEqualTo(200);
    assertThat(perform(order, "add-notes-private").statusCode()).isEqualTo(200);
  }

  @Test
  void form_sent_later_under_the_same_name_takes_effect() throws IOException {
    String sheet = withRow("own-notes", "Own Notes");
    String own = form("add-notes-public").replace("\"add-notes-public\"", "\"own-notes\"");
    deploy(new LinkedHashMap<>(Map.of("notes.bpmn", sheet, "own-notes.form", own)));
    JsonNode answer = deploy(new LinkedHashMap<>(Map.of(
        "notes.bpmn", sheet, "own-notes.form", own,
        "add-notes-public.form", form("add-notes-public").replace("\"Note\"", "\"What is it?\""))));
    assertThat(answer.at("/deployedProcessDefinitions").toString()).contains("\"key\":\"notes\"");
    String shown = new Browser(port).as("agent")
        .get("/api/work-orders/" + anOrder() + "/actions/add-notes-public/form").body();
    assertThat(shown).contains("What is it?");
    JsonNode files = json.readTree(owner().get("/api/modelling/files").body());
    assertThat(files).anySatisfy(file -> {
      assertThat(file.at("/file").asText()).isEqualTo("add-notes-public.form");
      assertThat(file.at("/state").asText()).isEqualTo("CHANGED");
      assertThat(file.at("/changedBy").asText()).isEqualTo("owner");
    });
  }
}
