package org.jobline.document;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Performing;
import org.jobline.workorder.OrderProcess;
import org.springframework.stereotype.Component;

/** Service task "Record certificate". */
@Component
class RecordCertificateDelegate implements JavaDelegate {

  private final Certificates certificates;
  private final Performing performing;

  RecordCertificateDelegate(Certificates certificates, Performing performing) {
    this.certificates = certificates;
    this.performing = performing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    certificates.perform(OrderProcess.orderOf(execution), performing.fields());
  }
}
