package org.jobline.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ReplayEnvironmentTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void a_replay_runs_without_job_executor_and_web_server() {
    environment.setProperty("replay", "log.xes");

    process();

    assertThat(environment.getProperty("camunda.bpm.job-execution.enabled")).isEqualTo("false");
    assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
  }

  @Test
  void the_helpdesk_itself_is_left_alone() {
    process();

    assertThat(environment.getProperty("camunda.bpm.job-execution.enabled")).isNull();
  }

  private void process() {
    new ReplayEnvironment().postProcessEnvironment(environment, new SpringApplication());
  }
}
