package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jobline.fixture.ServedDemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The example of docs/owners.md, as an owner follows it, and the slips it tells of. */
@ServedDemoTest
class OwnersExampleTest {

  private static final Path FOLDER = Path.of("docs/example");

  @LocalServerPort int port;
  @Autowired ObjectMapper json;

  private HttpResponse<String> deploy(String sheet, String form) {
    StringBuilder body = new StringBuilder("--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nkeys\r\n");
    part(body, "keys.bpmn", sheet);
    if (form != null) {
      part(body, "key-handed-over.form", form);
    }
    return new Browser(port).as("owner").call("POST", "/engine-rest/deployment/create",
        "multipart/form-data; boundary=x", body.append("--x--\r\n").toString());
  }

  private static void part(StringBuilder body, String name, String content) {
    body.append("--x\r\nContent-Disposition: form-data; name=\"").append(name).append("\"; filename=\"").append(name)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n").append(content).append("\r\n");
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  private String acceptedOrder() throws IOException {
    Browser agent = new Browser(port).as("agent");
    String order = json.readTree(agent.post("/api/work-orders", """
        {"type":"REACTIVE","site":"S-014","workType":"FAB","priority":"P1","description":"A tile came off",
         "contactName":"Sue","confirmDuplicate":true}""").body()).at("/number").asText();
    String resource = json.readTree(agent.get("/api/resources").body()).findValue("code").asText();
    perform(order, "allocate-resource", "{\"resource\":\"" + resource + "\",\"scheduleKind\":\"up to SLA\"}");
    perform(order, "assign", "{\"how\":\"by e-mail\"}");
    perform(order, "accept-job", "{}");
    return order;
  }

  private HttpResponse<String> perform(String order, String action, String fields) {
    return new Browser(port).as("agent").post("/api/work-orders/" + order + "/actions/" + action, fields);
  }

  @Test
  void the_new_action_is_in_the_menu_the_first_time() throws IOException {
    HttpResponse<String> answer = deploy(read("keys.bpmn"), read("key-handed-over.form"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String order = acceptedOrder();
    JsonNode offered = json.readTree(new Browser(port).as("agent").get("/api/work-orders/" + order + "/actions").body());
    assertThat(offered).anySatisfy(action -> {
      assertThat(action.path("key").asText()).isEqualTo("key-handed-over");
      assertThat(action.path("label").asText()).isEqualTo("Key Handed Over");
    });
    assertThat(perform(order, "key-handed-over", "{\"which\":\"cellar\"}").statusCode()).isEqualTo(422);
    HttpResponse<String> done =
        perform(order, "key-handed-over", "{\"who\":\"Sue Smith\",\"which\":\"plant room\"}");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(new Browser(port).as("agent").get("/api/work-orders/" + order + "/events").body())
        .contains("\"key-handed-over\"").contains("plant room");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "value=\"Agent,In\"          | value=\"Phone\"          | asked_keyHandedOver | Agent, In, Out",
      "value=\"2.x0, 3.x0, 4.*\"   | value=\"banana\"         | asked_keyHandedOver | banana",
      "camunda:formRef=\"key-handed-over\" | camunda:formRef=\"key-handed\" | keyHandedOver | key-handed",
      "name=\"key-handed-over\" />  | name=\"handed-over\" />  | asked_keyHandedOver | handed-over",
      "<bpmn:userTask id=\"keyHandedOver\" name=\"Key Handed Over\" | <bpmn:userTask id=\"keyHandedOver\" | keyHandedOver | name",
  })
  void a_typical_slip_is_refused_with_what_to_change(String right, String slip, String element, String words)
      throws IOException {
    String sheet = read("keys.bpmn");
    assertThat(sheet).contains(right.strip());
    HttpResponse<String> answer = deploy(sheet.replace(right.strip(), slip.strip()), read("key-handed-over.form"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(element).contains(words);
    assertThat(new Browser(port).as("agent").get("/api/work-orders?size=1").statusCode()).isEqualTo(200);
  }
}
