package org.jobline.document;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.springframework.context.annotation.Bean;

/** What is filed with an order; {@code PaperSteps} has what is made of it on the spot. */
@StepsOf("actions/documents.bpmn")
class DocumentsSteps {

  static final ActionKey DOCUMENTS = new ActionKey("documents");

  private final Documents documents;
  private final Certificates certificates;
  private final Steps steps;

  DocumentsSteps(Documents documents, Certificates certificates, Steps steps) {
    this.documents = documents;
    this.certificates = certificates;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordDocumentDelegate() {
    return steps.withForm(documents::perform);
  }

  @Bean
  JavaDelegate recordCertificateDelegate() {
    return steps.withForm(certificates::perform);
  }
}
