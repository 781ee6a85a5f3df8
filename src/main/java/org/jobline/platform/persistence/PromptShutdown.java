package org.jobline.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the application end within seconds also when its database is dead: several of its parts ask for a connection once
 * more when they are closed, one after the other.
 */
@Component
class PromptShutdown {

  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);

  private final ObjectProvider<HikariDataSource> dataSource;

  PromptShutdown(ObjectProvider<HikariDataSource> dataSource) {
    this.dataSource = dataSource;
  }

  @EventListener(ContextClosedEvent.class)
  void stopWaitingForConnections() {
    dataSource.ifUnique(pool -> pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis()));
  }
}
