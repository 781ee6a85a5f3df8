package org.jobline.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jobline.lifecycle.conversion.OrderConverted;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.ContentStore;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files of orders (domain/agent-actions.md, documents). */
@Service
public class DocumentService {

  private final DocumentRepository documents;
  private final ContentStore store;
  private final Orders orders;

  DocumentService(DocumentRepository documents, ContentStore store, Orders orders) {
    this.documents = documents;
    this.store = store;
    this.orders = orders;
  }

  /** Those that were not removed, oldest first. */
  @Transactional(readOnly = true)
  public List<Document> of(OrderNumber number) {
    orders.get(number);
    return documents.of(number.value());
  }

  /** @throws NotFoundException when the order has no such document, or has it no more */
  @Transactional(readOnly = true)
  public Document get(OrderNumber number, UUID id) {
    return documents.get(number.value(), id);
  }

  /** The whole content of the latest version, to go with a message. */
  @Transactional(readOnly = true)
  public byte[] content(Document document) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      copy(document.id(), document.latest(), content);
    } catch (IOException e) {
      throw new UncheckedIOException("A stream in memory takes everything", e);
    }
    return content.toByteArray();
  }

  /** Copies the content of a version, piece by piece. */
  @Transactional(readOnly = true)
  void copy(UUID id, Document.Version version, OutputStream target) throws IOException {
    store.read(documents.content(id, version.version()), target);
  }

  /** Files all documents of the order on the one it became too, with their versions; the content is stored once. */
  @EventListener
  @Order(100)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(OrderConverted converted) {
    documents.of(converted.order().value()).forEach(document ->
        documents.copy(document.id(), UUID.randomUUID(), converted.target().value()));
  }
}
