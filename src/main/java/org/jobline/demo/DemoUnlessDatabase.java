package org.jobline.demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A start with nothing configured is somebody trying Jobline: he gets the demo estate and users. As soon as a database
 * is named there is neither.
 */
class DemoUnlessDatabase implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    boolean nothingConfigured = !environment.containsProperty("spring.datasource.url");
    if (nothingConfigured && environment.getProperty("jobline.demo", Boolean.class, true)) {
      environment.addActiveProfile("demo");
    }
  }

  /** Before the configuration files are read, so that those of the profile count. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER - 1;
  }
}
