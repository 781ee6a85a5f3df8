package org.jobline.engine;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams, tables and forms the application comes with, all together, under names that are the same in an
 * IDE and in a jar. Nothing is deployed when nothing changed, so what a process owner deployed since stays in force.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProcessDeployment implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(ProcessDeployment.class);

  private final RepositoryService repository;

  ProcessDeployment(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    DeploymentBuilder deployment = repository.createDeployment()
        .name("jobline")
        .source("process application")
        .enableDuplicateFiltering(false);
    add(deployment, "processes", "classpath*:processes/**/*.bpmn");
    add(deployment, "processes", "classpath*:processes/**/*.dmn");
    add(deployment, "forms", "classpath*:forms/*.form");
    add(deployment, "forms", "classpath*:forms/*.html");
    log.info("Diagrams and forms are deployed as {}", deployment.deploy().getId());
  }

  private static void add(DeploymentBuilder deployment, String folder, String pattern) throws IOException {
    for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      String url = resource.getURL().toString();
      try (InputStream content = resource.getInputStream()) {
        deployment.addInputStream(url.substring(url.lastIndexOf("/" + folder + "/") + 1), content);
      }
    }
  }
}
