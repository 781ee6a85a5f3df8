package org.jobline.document;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record document". */
@Component
class RecordDocumentDelegate implements JavaDelegate {

  private final Documents documents;
  private final Performing performing;

  RecordDocumentDelegate(Documents documents, Performing performing) {
    this.documents = documents;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    documents.perform(OrderProcess.orderOf(execution), performing.fields());
  }
}
