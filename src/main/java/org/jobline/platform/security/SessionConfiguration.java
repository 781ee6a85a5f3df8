package org.jobline.platform.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Logins live in the database: any node answers, and a restart logs nobody out (design.md). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionConfiguration {

  /** A page asks for many things at once, and two of them may be the first to write the same attribute. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsWrittenTwiceAtOnce() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
