package org.jobline.platform.persistence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;

/** Whether the application has to bring its own database. */
public class NoDatabaseConfigured extends NoneNestedConditions {

  NoDatabaseConfigured() {
    super(ConfigurationPhase.REGISTER_BEAN);
  }

  @ConditionalOnProperty("spring.datasource.url")
  static class Configured {}
}
