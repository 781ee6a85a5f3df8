package org.jobline.documents;

import java.util.List;
import java.util.UUID;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is said of documents: type, sub-type and title. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DocumentDescriptionService {

  private final DocumentService documents;
  private final DocumentRepository records;
  private final DocumentTypeRepository types;
  private final DocumentRecording recording;
  private final OutstandingItemService outstanding;
  private final Orders orders;
  private final CurrentAction current;

  DocumentDescriptionService(
      DocumentService documents, DocumentRepository records, DocumentTypeRepository types, DocumentRecording recording,
      OutstandingItemService outstanding, Orders orders, CurrentAction current) {
    this.documents = documents;
    this.records = records;
    this.types = types;
    this.recording = recording;
    this.outstanding = outstanding;
    this.orders = orders;
    this.current = current;
  }

  /** @throws InvalidFieldsException when a rule refuses what is said of it, or the file */
  void add(OrderNumber number, List<String> uploads, Description said) {
    orders.lock(number);
    String type = said.type()
        .orElseThrow(() -> new InvalidFieldsException("type", "Type is required for a new document."));
    recording.attach(number, uploads, type, subType(type, said.subType().orElse(null)), said.title().orElse(null));
  }

  /** @throws InvalidFieldsException when a rule refuses what is said of it, or nothing would change */
  void edit(OrderNumber number, UUID id, Description said) {
    orders.lock(number);
    Document document = documents.get(number, id);
    String type = said.type().orElse(document.type());
    String subType = subType(type, said.subType()
        .orElse(type.equals(document.type()) ? document.subType() : null));
    String title = DocumentRecording.title(said.title().orElse(document.title()));
    Document edited = Document.of(document.id(), type, subType, title, document.versions());
    if (edited.equals(document)) {
      throw new InvalidFieldsException("title", "You haven't changed anything.");
    }
    outstanding.whileFiling(number, () -> {
      records.describe(document.id(), type, subType, title);
      return edited;
    });
    current.note("details of \"" + title + "\" edited");
    current.change("type", document.type(), type);
    current.change("subType", document.subType(), subType);
    current.change("title", document.title(), title);
  }

  private @Nullable String subType(String type, @Nullable String subType) {
    List<String> possible = types.subTypes(type);
    if (subType == null || possible.contains(subType)) {
      return subType;
    }
    throw new InvalidFieldsException("subType", possible.isEmpty()
        ? "Leave Sub-type blank: " + type + " has none."
        : "Sub-type must be one of " + String.join(", ", possible) + " for " + type + ".");
  }
}
