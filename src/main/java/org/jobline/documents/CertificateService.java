package org.jobline.documents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobline.action.CurrentAction;
import org.jobline.action.SiteTime;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was attested about orders (domain/agent-actions.md, certificates). */
@Service
public class CertificateService {

  private final CertificateRepository certificates;
  private final DocumentRecording documents;
  private final OutstandingItemService outstanding;
  private final Orders orders;
  private final SiteTime siteTime;
  private final CurrentAction current;
  private final Clock clock;

  CertificateService(
      CertificateRepository certificates, DocumentRecording documents, OutstandingItemService outstanding,
      Orders orders, SiteTime siteTime, CurrentAction current, Clock clock) {
    this.certificates = certificates;
    this.documents = documents;
    this.outstanding = outstanding;
    this.orders = orders;
    this.siteTime = siteTime;
    this.current = current;
    this.clock = clock;
  }

  /** Those that were not deleted, oldest first. */
  @Transactional(readOnly = true)
  public List<Certificate> of(OrderNumber number) {
    orders.get(number);
    return certificates.of(number.value());
  }

  /**
   * Adds a certificate with its paper.
   *
   * @throws InvalidFieldsException when a rule refuses a field
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void add(OrderNumber number, NewCertificate added) {
    Order order = orders.lock(number);
    outstanding.whileFiling(number, () -> add(order, added));
  }

  private Certificate add(Order order, NewCertificate added) {
    check(order, added);
    String title = added.type() + " " + added.number();
    Document paper = documents.keep(order.number(), added.upload(), added.type(), null, title);
    Certificate certificate = new Certificate(UUID.randomUUID(), added.type(), added.number(), added.issuedOn(),
        added.validTo(), added.result(), added.asset(), paper.id(), clock.instant(), current.agent().name());
    certificates.insert(order.number().value(), certificate);
    current.note(title + ": " + certificate.result());
    current.change("certificate", null, facts(certificate));
    return certificate;
  }

  private void check(Order order, NewCertificate added) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), siteTime.of(order.site()));
    List<FieldError> errors = new ArrayList<>();
    if (added.issuedOn().isAfter(today)) {
      errors.add(new FieldError("issuedOn", "Issued on can't be in the future."));
    }
    if (added.validTo().isBefore(today)) {
      errors.add(new FieldError("validTo", "Valid to can't be in the past."));
    }
    if (certificates.of(order.number().value()).stream()
        .anyMatch(other -> other.type().equals(added.type()) && other.number().equals(added.number()))) {
      errors.add(new FieldError("number", "A certificate of this type with this number is already recorded."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }

  /** @throws NotFoundException when the order has no such certificate, or has it no more */
  @Transactional(propagation = Propagation.MANDATORY)
  void delete(OrderNumber number, UUID id, String reason) {
    Order order = orders.lock(number);
    outstanding.whileFiling(number, () -> delete(order, id, reason));
  }

  private Certificate delete(Order order, UUID id, String reason) {
    Certificate certificate = certificates.of(order.number().value()).stream()
        .filter(candidate -> candidate.id().equals(id)).findFirst()
        .orElseThrow(() -> new NotFoundException("certificate", id.toString()));
    certificates.delete(id, clock.instant(), current.agent().name(), reason);
    documents.hide(order.number(), certificate.document(), reason);
    current.change("certificate", facts(certificate), null);
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
