package org.jobline.platform.security;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jobline.platform.engine.DeploymentListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees to it that a diagram deployed while the application runs can be worked on at once. It is told while the diagram
 * is being stored, so it waits until that has been committed.
 */
@Component
class DeploymentAuthorizer implements DeploymentListener, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(DeploymentAuthorizer.class);

  private static final int ATTEMPTS = 3;

  private final ObjectProvider<AccessToDiagrams> access;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private final ExecutorService later = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "new-diagrams");
    thread.setDaemon(true);
    return thread;
  });
  private volatile boolean isReady;

  DeploymentAuthorizer(ObjectProvider<AccessToDiagrams> access) {
    this.access = access;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    access.getObject().grant();
    isReady = true;
  }

  @Override
  public void deployed() {
    if (!isReady || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        if (isDue.compareAndSet(false, true)) {
          later.execute(DeploymentAuthorizer.this::grant);
        }
      }
    });
  }

  /** A diagram that is deleted meanwhile spoils one attempt, and is not there at the next. */
  private void grant() {
    isDue.set(false);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        access.getObject().grant();
        return;
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS) {
          log.error("The groups could not be given rights on a newly deployed diagram; a restart will do it", e);
        }
      }
    }
  }

  @Override
  public void destroy() {
    later.shutdownNow();
  }
}
