package org.jobline.documents;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files documents with orders, exchanges their files and takes them off again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DocumentRecording {

  private static final int MAX_TEXT = 200;

  private final DocumentRepository documents;
  private final CertificateRepository certificates;
  private final UploadService uploads;
  private final OutstandingItemService outstanding;
  private final Orders orders;
  private final CurrentAction current;
  private final Clock clock;

  DocumentRecording(
      DocumentRepository documents, CertificateRepository certificates, UploadService uploads,
      OutstandingItemService outstanding, Orders orders, CurrentAction current, Clock clock) {
    this.documents = documents;
    this.certificates = certificates;
    this.uploads = uploads;
    this.outstanding = outstanding;
    this.orders = orders;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Files uploads of the agent who performs the present action, each as a document of its own, and moves the order on
   * when it waited for nothing else. The action's event says what was filed.
   *
   * @param uploadIds what the form has in its field {@code file}
   * @param subType null: none
   * @param title null: the name of each file; of several documents it has the number too
   * @throws InvalidFieldsException naming the field {@code file} when the agent has no such upload for the order
   */
  public void attach(
      OrderNumber number, List<String> uploadIds, String type, @Nullable String subType, @Nullable String title) {
    if (uploadIds.size() == 1) {
      outstanding.whileFiling(number, () -> keep(number, uploadIds.get(0), type, subType, title));
    } else if (!uploadIds.isEmpty()) {
      String together = title == null ? null : shortened(title(title));
      List<Document> filed = outstanding.whileFiling(number, () -> IntStream.range(0, uploadIds.size())
          .mapToObj(i -> file(number, uploadIds.get(i), type, subType,
              together == null ? null : together + " (" + (i + 1) + " of " + uploadIds.size() + ")"))
          .toList());
      current.change("documents", null, filed.stream().map(DocumentRecording::facts).toList());
    }
  }

  /** Files an upload; the caller sees to what is outstanding. */
  Document keep(OrderNumber number, String uploadId, String type, @Nullable String subType, @Nullable String title) {
    Document document = file(number, uploadId, type, subType, title);
    current.change("document", null, facts(document));
    return document;
  }

  private Document file(
      OrderNumber number, String uploadId, String type, @Nullable String subType, @Nullable String title) {
    orders.lock(number);
    Upload upload = uploads.take(current.agent(), number, uploadId);
    String shown = title(Optional.ofNullable(title).orElse(upload.fileName()));
    documents.of(number.value()).stream()
        .filter(other -> other.latest().sha256().equals(upload.sha256()))
        .forEach(same -> current.note("same content as \"" + same.title() + "\""));
    documents.insert(upload.id(), number.value(), type, subType, shown, clock.instant());
    documents.addVersion(upload.id(), 1, upload);
    Document document = documents.get(number.value(), upload.id());
    current.note("\"" + shown + "\" (" + type + ") added");
    return document;
  }

  /** @throws InvalidFieldsException when the file is none, or the one there is */
  void replace(OrderNumber number, UUID id, String uploadId) {
    orders.lock(number);
    Document document = documents.get(number.value(), id);
    Upload upload = uploads.take(current.agent(), number, uploadId);
    if (upload.sha256().equals(document.latest().sha256())) {
      throw new InvalidFieldsException(UploadService.FIELD, "This file is the same as the current version.");
    }
    documents.addVersion(document.id(), document.latest().version() + 1, upload);
    current.note("file of \"" + document.title() + "\" replaced");
    current.change("file", facts(document), facts(documents.get(number.value(), document.id())));
  }

  /** @throws InvalidFieldsException when it is the paper of a certificate */
  void remove(OrderNumber number, UUID id, String reason) {
    orders.lock(number);
    outstanding.whileFiling(number, () -> hide(number, id, reason));
  }

  /** The log keeps who removed it, and why; the caller sees to what is outstanding. */
  Document hide(OrderNumber number, UUID id, String reason) {
    Document document = documents.get(number.value(), id);
    certificates.ofDocument(document.id()).ifPresent(certificate -> {
      throw new InvalidFieldsException("document", "This document belongs to certificate " + certificate.number()
          + ". Delete the certificate instead.");
    });
    documents.remove(document.id(), clock.instant(), current.agent().name(), reason);
    current.note("\"" + document.title() + "\" (" + document.type() + ") removed: " + reason);
    current.change("document", facts(document), null);
    return document;
  }

  private static Map<String, Object> facts(Document document) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", document.id());
    facts.put("type", document.type());
    facts.put("subType", document.subType());
    facts.put("title", document.title());
    facts.put("version", document.latest().version());
    facts.put("fileName", document.fileName());
    facts.put("size", document.size());
    facts.put("sha256", document.latest().sha256());
    return facts;
  }

  /** So that a number fits behind it. */
  private static String shortened(String title) {
    int most = MAX_TEXT - " (20 of 20)".length();
    return title.length() > most ? title.substring(0, most - 1).strip() + "…" : title;
  }

  /** @throws InvalidFieldsException when it is no line to show */
  static String title(String text) {
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidFieldsException("title", "Title must be one line of up to " + MAX_TEXT + " characters.");
    }
    return text;
  }
}
