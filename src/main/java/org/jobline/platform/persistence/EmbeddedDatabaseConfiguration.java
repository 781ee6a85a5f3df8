package org.jobline.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Brings a database along where none is configured. A normal database is used as soon as
 * {@code spring.datasource.url} is set, and always in production, whose jar has no server in it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseConfigured.class)
@ConditionalOnClass(EmbeddedPostgres.class)
class EmbeddedDatabaseConfiguration {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabaseConfiguration.class);

  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(
      @Value("${jobline.embedded-database.directory:data}") Path directory,
      @Value("${jobline.embedded-database.keep:true}") boolean keep,
      @Value("${jobline.embedded-database.durable:true}") boolean durable) {
    return new EmbeddedDatabase(
        new EmbeddedDatabase.Settings(directory, keep, durable), EmbeddedDatabaseConfiguration::endApplication);
  }

  /** In a thread of its own, because the end of the application waits for the one that asks for it. */
  private static void endApplication() {
    log.error("Jobline is stopping: it can't work without its database");
    new Thread(() -> System.exit(1), "end-without-database").start();
  }

  /** Depends on the server's bean, so that it is closed first and the server second. */
  @Bean
  @ConditionalOnMissingBean
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource dataSource(EmbeddedDatabase database) {
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(database.url());
    return dataSource;
  }
}
