package org.jobline.demo;

import java.io.IOException;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jobline.engine.AsSystem;
import org.jobline.engine.DecisionTables;
import org.jobline.time.ActionClock;
import org.jobline.workorder.NewWorkOrder;
import org.jobline.workorder.OrderType;
import org.jobline.workorder.Schedule;
import org.jobline.workorder.Status;
import org.jobline.workorder.StatusCode;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** The features that know the estate, an engine with the decision tables, and nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJdbcRepositories("org.jobline")
@ComponentScan({
  "org.jobline.database", "org.jobline.demo", "org.jobline.estate", "org.jobline.resource", "org.jobline.sla",
  "org.jobline.workorder"
})
@Import({AsSystem.class, DecisionTables.class})
public class DemoEstate {

  /** A Monday morning in winter, unless a test says {@link ActionClock#at otherwise}. */
  public static final Instant NOW = Instant.parse("2026-01-19T10:00:00Z");

  @Bean
  ActionClock clock() {
    return new ActionClock(() -> NOW);
  }

  @Bean
  ApplicationRunner decisions(RepositoryService repository) {
    return arguments -> deploy(repository);
  }

  private static void deploy(RepositoryService repository) throws IOException {
    DeploymentBuilder deployment = repository.createDeployment().name("decisions");
    for (Resource table : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/decisions/*.dmn")) {
      deployment.addInputStream(table.getFilename(), table.getInputStream());
    }
    deployment.deploy();
  }

  /** An order with neither resource nor schedule, logged now. */
  public static WorkOrder order(WorkOrders orders, String client, String site, String workType, String priority) {
    return order(orders, client, site, workType, priority, null, null);
  }

  public static WorkOrder order(
      WorkOrders orders, String client, String site, String workType, String priority, String resource,
      Schedule schedule) {
    return orders.log(
        OrderType.REACTIVE,
        new NewWorkOrder(client, site, workType, priority, "It does not work", "Ann", null, null, null, null, null,
            null, null, resource, schedule),
        new Status(new StatusCode("0.03"), "Pending resource allocation and schedule"),
        "agent");
  }
}
