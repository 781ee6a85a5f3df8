package org.jobline.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobline.action.Fields;
import org.jobline.action.Performing;
import org.jobline.action.SiteTime;
import org.jobline.problem.FieldError;
import org.jobline.problem.InvalidFields;
import org.jobline.problem.NotFound;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was attested about orders (domain/agent-actions.md, certificates). */
@Service
public class Certificates {

  private final CertificateRepository certificates;
  private final Documents documents;
  private final OutstandingItems outstanding;
  private final WorkOrders orders;
  private final SiteTime siteTime;
  private final Performing performing;
  private final Clock clock;

  Certificates(
      CertificateRepository certificates, Documents documents, OutstandingItems outstanding, WorkOrders orders,
      SiteTime siteTime, Performing performing, Clock clock) {
    this.certificates = certificates;
    this.documents = documents;
    this.outstanding = outstanding;
    this.orders = orders;
    this.siteTime = siteTime;
    this.performing = performing;
    this.clock = clock;
  }

  /** Those that were not deleted, oldest first. */
  @Transactional(readOnly = true)
  public List<Certificate> of(OrderNumber number) {
    orders.get(number);
    return certificates.of(number.value());
  }

  /**
   * Does what the form asks for: adds a certificate with its paper, or deletes one.
   *
   * @throws InvalidFields when a rule refuses a field
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void perform(OrderNumber number, Fields fields) {
    WorkOrder order = orders.lock(number);
    outstanding.whileFiling(number, () -> fields.text("what").orElseThrow().equals("add")
        ? add(order, fields)
        : delete(order, fields));
  }

  private Certificate add(WorkOrder order, Fields fields) {
    check(order, fields);
    String type = fields.text("type").orElseThrow();
    String number = fields.text("number").orElseThrow();
    Document paper = documents.keep(
        order.number(), fields.text(Uploads.FIELD).orElseThrow(), type, null, type + " " + number);
    Certificate certificate = new Certificate(UUID.randomUUID(), type, number, fields.date("issuedOn").orElseThrow(),
        fields.date("validTo").orElseThrow(), fields.text("result").orElseThrow(), fields.text("asset").orElse(null),
        paper.id(), clock.instant(), performing.agent().name());
    certificates.insert(order.number().value(), certificate);
    performing.remark(type + " " + number + ": " + certificate.result());
    performing.change("certificate", null, facts(certificate));
    return certificate;
  }

  private void check(WorkOrder order, Fields fields) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), siteTime.of(order.site()));
    List<FieldError> errors = new ArrayList<>();
    if (fields.date("issuedOn").orElseThrow().isAfter(today)) {
      errors.add(new FieldError("issuedOn", "must not be in the future."));
    }
    if (fields.date("validTo").orElseThrow().isBefore(today)) {
      errors.add(new FieldError("validTo", "must not be in the past."));
    }
    String type = fields.text("type").orElseThrow();
    String number = fields.text("number").orElseThrow();
    if (certificates.of(order.number().value()).stream()
        .anyMatch(other -> other.type().equals(type) && other.number().equals(number))) {
      errors.add(new FieldError("number", "must be another one: this certificate is recorded already."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFields(errors);
    }
  }

  private Certificate delete(WorkOrder order, Fields fields) {
    UUID id = UUID.fromString(fields.text("certificate").orElseThrow());
    Certificate certificate = certificates.of(order.number().value()).stream()
        .filter(candidate -> candidate.id().equals(id)).findFirst()
        .orElseThrow(() -> new NotFound("certificate", id.toString()));
    String reason = fields.text("reason").orElseThrow();
    certificates.delete(id, clock.instant(), performing.agent().name(), reason);
    documents.remove(documents.get(order.number(), certificate.document()), reason);
    performing.change("certificate", facts(certificate), null);
    return certificate;
  }

  private static Map<String, Object> facts(Certificate certificate) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", certificate.id());
    facts.put("type", certificate.type());
    facts.put("number", certificate.number());
    facts.put("issuedOn", certificate.issuedOn());
    facts.put("validTo", certificate.validTo());
    facts.put("result", certificate.result());
    facts.put("asset", certificate.asset());
    return facts;
  }
}
