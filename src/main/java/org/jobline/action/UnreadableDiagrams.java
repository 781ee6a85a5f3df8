package org.jobline.action;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jobline.platform.engine.Attention;
import org.jobline.platform.engine.DeploymentListener;
import org.jobline.platform.engine.SystemAuthentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows managers the diagrams that are left out because they cannot be read, as incidents in Cockpit: those in force,
 * and older ones that orders still run by.
 */
@Component
class UnreadableDiagrams implements DeploymentListener, DisposableBean {

  static final String INCIDENT = "unreadableDiagram";

  private static final Logger log = LoggerFactory.getLogger(UnreadableDiagrams.class);

  private final Diagrams diagrams;
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final Attention attention;
  private final SystemAuthentication system;
  private final TransactionTemplate transaction;
  private final ExecutorService later = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "unreadable-diagrams");
    thread.setDaemon(true);
    return thread;
  });
  private volatile boolean isReady;

  UnreadableDiagrams(
      Diagrams diagrams, @Lazy RepositoryService repository, @Lazy RuntimeService runtime, Attention attention,
      @Lazy SystemAuthentication system, @Lazy PlatformTransactionManager transactions) {
    this.diagrams = diagrams;
    this.repository = repository;
    this.runtime = runtime;
    this.attention = attention;
    this.system = system;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    isReady = true;
    later.execute(this::look);
  }

  /** Told while a diagram is being stored. */
  @Override
  public void deployed() {
    if (isReady && TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          later.execute(UnreadableDiagrams.this::look);
        }
      });
    }
  }

  synchronized void look() {
    try {
      transaction.executeWithoutResult(begun -> attention.show(INCIDENT, system.call(this::unreadable)));
    } catch (RuntimeException e) {
      log.error("Could not show in Cockpit which diagrams are unreadable; the next deployment or start will", e);
    }
  }

  private Map<String, String> unreadable() {
    Map<String, String> messages = new TreeMap<>();
    for (ProcessDefinition definition : repository.createProcessDefinitionQuery().list()) {
      if (!diagrams.isReadable(definition.getId()) && concerns(definition)) {
        messages.put(definition.getId(), "The diagram " + definition.getId() + " cannot be read, so none of its actions is "
            + "available; the log says why. A process owner has to fix " + definition.getResourceName()
            + " and deploy it again.");
      }
    }
    return messages;
  }

  private boolean concerns(ProcessDefinition definition) {
    ProcessDefinition newest = repository.createProcessDefinitionQuery()
        .processDefinitionKey(definition.getKey()).latestVersion().singleResult();
    // it may have been deleted since the list was made
    return newest != null && definition.getId().equals(newest.getId())
        || runtime.createProcessInstanceQuery().processDefinitionId(definition.getId()).count() > 0;
  }

  @Override
  public void destroy() {
    later.shutdownNow();
  }
}
