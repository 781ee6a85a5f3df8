package org.jobline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jobline.JoblineApplication;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.fixture.Unchecked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database answer the same browser in turn (design.md). */
@ServedDemoTest
class TwoNodesTest {

  private static final String LISTS = "/camunda/api/engine/engine/default/filter";

  @LocalServerPort int first;
  @Autowired HikariDataSource database;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;

  private ConfigurableApplicationContext otherNode;
  private int second;

  @BeforeEach
  void startTheOtherNode() {
    otherNode = new SpringApplicationBuilder(JoblineApplication.class, ProbeController.class)
        .profiles("demo")
        .run("--server.port=0", "--spring.datasource.url=" + database.getJdbcUrl(),
            "--camunda.bpm.job-execution.enabled=false");
    second = ((ServletWebServerApplicationContext) otherNode).getWebServer().getPort();
  }

  @AfterEach
  void stopTheOtherNode() {
    otherNode.close();
  }

  @Test
  void who_logs_in_at_one_is_logged_in_at_both_until_he_logs_out_at_either() {
    Browser agent = new Browser(first).inTasklistAs("agent");
    for (int node : new int[] {second, first, second}) {
      assertThat(agent.at(node).get("/api/probe").body()).contains("\"name\":\"agent\"");
      assertThat(agent.at(node).get(LISTS).statusCode()).isEqualTo(200);
      assertThat(agent.at(node).post("/api/probe", "{}").statusCode()).isEqualTo(200);
    }

    assertThat(agent.at(second).logOut().statusCode()).isEqualTo(200);
    for (int node : new int[] {first, second}) {
      assertThat(agent.at(node).get("/api/probe").statusCode()).isEqualTo(401);
      assertThat(agent.at(node).get(LISTS).statusCode()).isEqualTo(401);
    }

    assertThat(agent.at(first).inTasklistAs("agent2").at(second).get("/api/probe").body())
        .contains("\"name\":\"agent2\"");
  }

  /** Every request has its own copy of the session, and the one under way writes it back at its end. */
  @Test
  void a_call_that_is_still_under_way_does_not_undo_the_logout() {
    String deployment = Unchecked.deploy(files -> files.addClasspathResource("security/probe.bpmn"));
    String task = tasks.createTaskQuery()
        .processInstanceId(runtime.startProcessInstanceByKey("probe").getId()).singleResult().getId();
    Browser agent = new Browser(first).inTasklistAs("agent");
    // the groups get their rights on a new diagram just after it is there
    await().atMost(30, TimeUnit.SECONDS).until(() ->
        agent.at(first).get("/camunda/api/engine/engine/default/task/" + task).statusCode() == 200);

    CompletableFuture<HttpResponse<String>> underWay = new TransactionTemplate(transactions).execute(status -> {
      jdbc.sql("select id_ from act_ru_task where id_ = ? for update").param(task).query(String.class).single();
      CompletableFuture<HttpResponse<String>> claim = CompletableFuture.supplyAsync(() -> agent.at(first).post(
          "/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\":\"agent\"}"));
      await().atMost(30, TimeUnit.SECONDS).until(() -> jdbc.sql("""
          select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'update act_ru_task%'""")
          .query(Integer.class).single() > 0);
      assertThat(agent.at(second).logOut().statusCode()).isEqualTo(200);
      return claim;
    });
    assertThat(underWay.orTimeout(30, TimeUnit.SECONDS).join().statusCode()).isEqualTo(204);

    assertThat(agent.get("/api/probe").statusCode()).isEqualTo(401);
    assertThat(agent.at(second).get(LISTS).statusCode()).isEqualTo(401);
    repository.deleteDeployment(deployment, true);
  }
}
