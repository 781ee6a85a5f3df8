package org.jobline.messaging.notification;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers why an attempt failed, although its transaction rolls back. */
@Component
class FailedAttempts {

  private final NotificationRepository repository;
  private final TransactionTemplate ownTransaction;

  FailedAttempts(NotificationRepository repository, PlatformTransactionManager transactions) {
    this.repository = repository;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  /** Written when the row's lock is free again. */
  void remember(UUID id, RuntimeException failure) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        ownTransaction.executeWithoutResult(begun -> repository.failed(id, String.valueOf(failure.getMessage())));
      }
    });
  }
}
