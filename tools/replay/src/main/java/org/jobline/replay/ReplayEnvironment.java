package org.jobline.replay;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What is off during a replay: the job executor, because it would fire the timers of the past at once, and the web
 * server, because nobody is to work on half-replayed orders.
 */
public class ReplayEnvironment implements EnvironmentPostProcessor {

  /** What is set for it to be off. */
  public static final Map<String, Object> SETTINGS = Map.of(
      "camunda.bpm.job-execution.enabled", "false",
      "spring.main.web-application-type", "none",
      // wants a web server without asking whether there is one
      "spring.autoconfigure.exclude",
      "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (environment.containsProperty(ReplayCommand.PROPERTY)) {
      environment.getPropertySources().addFirst(new MapPropertySource("replay", SETTINGS));
    }
  }
}
