package org.jobline.messaging.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.with;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Text messages, through a real HTTP server in the gateway's place. */
@HelpdeskTest
@DirtiesContext
class SmsTest {

  private static final List<String> ACCEPTED = new CopyOnWriteArrayList<>();
  private static final HttpServer GATEWAY = gateway();
  private static volatile int answer;

  private final Given given;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final JdbcClient jdbc;

  SmsTest(Given given, RuntimeService runtime, ManagementService management, JdbcClient jdbc) {
    this.given = given;
    this.runtime = runtime;
    this.management = management;
    this.jdbc = jdbc;
  }

  private static HttpServer gateway() {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/messages", exchange -> {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answer == 202) {
          ACCEPTED.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
              + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + body);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
      });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @DynamicPropertySource
  static void address(DynamicPropertyRegistry properties) {
    properties.add("jobline.sms.url", () -> "http://127.0.0.1:" + GATEWAY.getAddress().getPort() + "/messages");
    properties.add("jobline.sms.token", () -> "secret");
  }

  @BeforeEach
  void open() {
    answer = 202;
    ACCEPTED.clear();
  }

  @AfterAll
  static void close() {
    GATEWAY.stop(0);
  }

  private OrderUnderTest aDelayedOrder() {
    OrderUnderTest order = given.aLoggedOrder();
    return order.perform("edit-notifications", with("type", "DELAY", "what", "activate", "message", "an \"hour\" late"));
  }

  private Job job(OrderUnderTest order) {
    String id = jdbc.sql("select id from notification where order_number = ? and channel = 'SMS'")
        .param(order.number().value()).query(String.class).single();
    String instance = runtime.createVariableInstanceQuery().variableValueEquals("notificationId", id).singleResult()
        .getProcessInstanceId();
    return management.createJobQuery().processInstanceId(instance).singleResult();
  }

  private String state(OrderUnderTest order) {
    return jdbc.sql("select state from notification where order_number = ? and channel = 'SMS'")
        .param(order.number().value()).query(String.class).single();
  }

  @Test
  void subscriber_to_text_messages_gets_one() {
    OrderUnderTest order = aDelayedOrder();
    assertThat(order.lastEvent().summary()).contains("SMS to Petra +44 1632 960001");
    management.executeJob(job(order).getId());
    assertThat(ACCEPTED).singleElement().satisfies(message -> assertThat(message)
        .startsWith("Bearer secret ")
        .contains("\"to\":\"+44 1632 960001\"")
        .contains(order.number() + " Head office: an \\\"hour\\\" late"));
    assertThat(state(order)).isEqualTo("sent");
  }

  @Test
  void a_gateway_that_is_down_is_tried_again_then_an_incident_then_sent_once() {
    OrderUnderTest order = aDelayedOrder();
    answer = 503;
    for (int attempt = 0; attempt < 5; attempt++) {
      String id = job(order).getId();
      assertThatThrownBy(() -> management.executeJob(id)).hasMessageContaining("503");
    }
    assertThat(runtime.createIncidentQuery().processInstanceId(job(order).getProcessInstanceId()).count()).isEqualTo(1);
    assertThat(state(order)).isEqualTo("queued");
    answer = 202;
    management.setJobRetries(job(order).getId(), 1);
    management.executeJob(job(order).getId());
    assertThat(ACCEPTED).hasSize(1);
    assertThat(state(order)).isEqualTo("sent");
  }
}
