package org.jobline.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFields;
import org.jobline.platform.error.NotFound;
import org.jobline.platform.persistence.ContentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of orders (domain/agent-actions.md, documents). */
@Service
public class Documents {

  private static final int MAX_TEXT = 200;

  private final DocumentRepository documents;
  private final DocumentTypeRepository types;
  private final CertificateRepository certificates;
  private final Uploads uploads;
  private final ContentStore store;
  private final OutstandingItems outstanding;
  private final Orders orders;
  private final CurrentAction current;
  private final Clock clock;

  Documents(
      DocumentRepository documents, DocumentTypeRepository types, CertificateRepository certificates, Uploads uploads,
      ContentStore store, OutstandingItems outstanding, Orders orders, CurrentAction current, Clock clock) {
    this.documents = documents;
    this.types = types;
    this.certificates = certificates;
    this.uploads = uploads;
    this.store = store;
    this.outstanding = outstanding;
    this.orders = orders;
    this.current = current;
    this.clock = clock;
  }

  /** Those that were not removed, oldest first. */
  @Transactional(readOnly = true)
  public List<Document> of(OrderNumber number) {
    orders.get(number);
    return documents.of(number.value());
  }

  /** @throws NotFound when the order has no such document, or has it no more */
  @Transactional(readOnly = true)
  public Document get(OrderNumber number, UUID id) {
    return documents.find(number.value(), id).orElseThrow(() -> new NotFound("document", id.toString()));
  }

  /** Copies the content of a version, piece by piece. */
  @Transactional(readOnly = true)
  void copy(UUID id, Document.Version version, OutputStream target) throws IOException {
    store.read(documents.content(id, version.version()), target);
  }

  /**
   * Files an upload of the agent who performs the present action, and moves the order on when it waited for nothing
   * else. The action's event says what was filed.
   *
   * @param upload what the form has in its field {@code file}
   * @param subType null: none
   * @param title null: the file's name
   * @throws InvalidFields naming the field {@code file} when the agent has no such upload for the order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Document attach(
      OrderNumber number, String upload, String type, @Nullable String subType, @Nullable String title) {
    return outstanding.whileFiling(number, () -> keep(number, upload, type, subType, title));
  }

  /** Files all documents of an order on another too, with their versions; the content is stored once. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void carryOver(OrderNumber from, OrderNumber to) {
    documents.of(from.value()).forEach(document ->
        documents.copy(document.id(), UUID.randomUUID(), to.value()));
  }

  /** Files an upload; the caller sees to what is outstanding. */
  Document keep(OrderNumber number, String uploadId, String type, @Nullable String subType, @Nullable String title) {
    orders.lock(number);
    Upload upload = uploads.take(current.agent(), number, uploadId);
    String shown = line("title", Optional.ofNullable(title).orElse(upload.fileName()));
    documents.of(number.value()).stream()
        .filter(other -> other.latest().sha256().equals(upload.sha256()))
        .forEach(same -> current.note("same content as \"" + same.title() + "\""));
    documents.insert(upload.id(), number.value(), type, subType, shown, clock.instant());
    documents.addVersion(upload.id(), 1, upload);
    Document document = get(number, upload.id());
    current.note("\"" + shown + "\" (" + type + ") added");
    current.change("document", null, facts(document));
    return document;
  }

  /** @throws InvalidFields when a rule refuses what is said of it, or the file */
  @Transactional(propagation = Propagation.MANDATORY)
  void add(OrderNumber number, String upload, Description said) {
    orders.lock(number);
    String type = said.type().orElseThrow(() -> new InvalidFields("type", "Type is required for a new document."));
    attach(number, upload, type, subType(type, said.subType().orElse(null)), said.title().orElse(null));
  }

  /** @throws InvalidFields when a rule refuses what is said of it, or nothing would change */
  @Transactional(propagation = Propagation.MANDATORY)
  void edit(OrderNumber number, UUID id, Description said) {
    orders.lock(number);
    Document document = get(number, id);
    String type = said.type().orElse(document.type());
    String subType = subType(type, said.subType()
        .orElse(type.equals(document.type()) ? document.subType() : null));
    String title = line("title", said.title().orElse(document.title()));
    Document edited = Document.of(document.id(), type, subType, title, document.versions());
    if (edited.equals(document)) {
      throw new InvalidFields("title", "You haven't changed anything.");
    }
    outstanding.whileFiling(number, () -> {
      documents.describe(document.id(), type, subType, title);
      return edited;
    });
    current.note("details of \"" + title + "\" edited");
    current.change("type", document.type(), type);
    current.change("subType", document.subType(), subType);
    current.change("title", document.title(), title);
  }

  /** @throws InvalidFields when the file is none, or the one there is */
  @Transactional(propagation = Propagation.MANDATORY)
  void replace(OrderNumber number, UUID id, String uploadId) {
    orders.lock(number);
    Document document = get(number, id);
    Upload upload = uploads.take(current.agent(), number, uploadId);
    if (upload.sha256().equals(document.latest().sha256())) {
      throw new InvalidFields(Uploads.FIELD, "This file is the same as the current version.");
    }
    documents.addVersion(document.id(), document.latest().version() + 1, upload);
    current.note("file of \"" + document.title() + "\" replaced");
    current.change("file", facts(document), facts(get(number, document.id())));
  }

  /** @throws InvalidFields when it is the paper of a certificate */
  @Transactional(propagation = Propagation.MANDATORY)
  void remove(OrderNumber number, UUID id, String reason) {
    orders.lock(number);
    outstanding.whileFiling(number, () -> remove(get(number, id), reason));
  }

  /** Hides a document; the log keeps who removed it, and why. */
  Document remove(Document document, String reason) {
    certificates.ofDocument(document.id()).ifPresent(certificate -> {
      throw new InvalidFields("document", "This document belongs to certificate " + certificate.number()
          + ". Delete the certificate instead.");
    });
    documents.remove(document.id(), clock.instant(), current.agent().name(), reason);
    current.note("\"" + document.title() + "\" (" + document.type() + ") removed: " + reason);
    current.change("document", facts(document), null);
    return document;
  }

  private @Nullable String subType(String type, @Nullable String subType) {
    List<String> possible = types.subTypes(type);
    if (subType == null || possible.contains(subType)) {
      return subType;
    }
    throw new InvalidFields("subType", possible.isEmpty()
        ? "Leave Sub-type blank: " + type + " has none."
        : "Sub-type must be one of " + String.join(", ", possible) + " for " + type + ".");
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

  private static String line(String field, String text) {
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidFields(field, "Title must be one line of up to " + MAX_TEXT + " characters.");
    }
    return text;
  }
}
