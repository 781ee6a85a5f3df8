package org.jobline.documents;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.ActionKey;
import org.jobline.action.Fields;
import org.jobline.action.Steps;
import org.jobline.action.StepsOf;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.context.annotation.Bean;

/** What is filed with an order; {@code PaperSteps} has what is made of it on the spot. */
@StepsOf({"actions/documents.bpmn", "stages/attendance.bpmn", "stages/quoting.bpmn", "actions/quotes.bpmn"})
class DocumentsSteps {

  static final ActionKey DOCUMENTS = new ActionKey("documents");

  private final DocumentRecording documents;
  private final DocumentDescriptionService descriptions;
  private final CertificateService certificates;
  private final Steps steps;

  DocumentsSteps(
      DocumentRecording documents, DocumentDescriptionService descriptions, CertificateService certificates,
      Steps steps) {
    this.documents = documents;
    this.descriptions = descriptions;
    this.certificates = certificates;
    this.steps = steps;
  }

  @Bean
  JavaDelegate recordDocumentDelegate() {
    return steps.withForm((order, form) -> {
      switch (form.text("what").orElseThrow()) {
        case "add" -> descriptions.add(order, form.list(UploadService.FIELD), Description.of(form));
        case "edit details" -> descriptions.edit(order, chosen(form), Description.of(form));
        case "replace" -> documents.replace(order, chosen(form), onlyUpload(form));
        default -> documents.remove(order, chosen(form), form.text("reason").orElseThrow());
      }
    });
  }

  @Bean
  JavaDelegate filePhotosDelegate() {
    return steps.withForm((order, form) ->
        // a form from before forms said it files photographs
        documents.attach(order, form.list(UploadService.FIELD),
            form.filedAs(UploadService.FIELD).orElse("Photograph"), null, null));
  }

  @Bean
  JavaDelegate recordCertificateDelegate() {
    return steps.withForm((order, form) -> {
      if (form.text("what").orElseThrow().equals("add")) {
        certificates.add(order, NewCertificate.of(form));
      } else {
        certificates.delete(order, UUID.fromString(form.text("certificate").orElseThrow()),
            form.text("reason").orElseThrow());
      }
    });
  }

  private static String onlyUpload(Fields form) {
    List<String> uploads = form.list(UploadService.FIELD);
    if (uploads.size() > 1) {
      throw new InvalidFieldsException(
          UploadService.FIELD, "Choose one file: it becomes the new version of the document.");
    }
    return uploads.get(0);
  }

  private static UUID chosen(Fields form) {
    return UUID.fromString(form.text("document").orElseThrow());
  }
}
