package org.jobline.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobline.action.Agent;
import org.jobline.action.Performing;
import org.jobline.engine.AsSystem;
import org.jobline.problem.InvalidFields;
import org.jobline.problem.NotFound;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of orders. */
@Service
public class Documents {

  private static final int MAX_TEXT = 200;

  private final DocumentRepository documents;
  private final OutstandingItems outstanding;
  private final WorkOrders orders;
  private final Performing performing;
  private final AsSystem asSystem;
  private final Clock clock;

  Documents(
      DocumentRepository documents, OutstandingItems outstanding, WorkOrders orders, Performing performing,
      AsSystem asSystem, Clock clock) {
    this.documents = documents;
    this.outstanding = outstanding;
    this.orders = orders;
    this.performing = performing;
    this.asSystem = asSystem;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Document> of(OrderNumber number) {
    orders.get(number);
    return documents.of(number.value());
  }

  /** @throws NotFound when the order has no such document */
  @Transactional(readOnly = true)
  public Document get(OrderNumber number, UUID id) {
    return documents.find(number.value(), id).orElseThrow(() -> new NotFound("document", id.toString()));
  }

  @Transactional(readOnly = true)
  byte[] content(UUID id) {
    return documents.content(id);
  }

  /**
   * Files a document with the order, and moves the order on when it waited for nothing else.
   *
   * @param title empty: the file's name
   * @throws InvalidFields when type or name are no text of a line, or the content is of no kind that may be filed
   */
  @Transactional
  public Document file(Agent agent, OrderNumber number, String type, String title, String fileName, byte[] content) {
    WorkOrder order = orders.lock(number);
    String name = line("file", fileName).replaceAll(".*[/\\\\]", "");
    if (content.length == 0) {
      throw new InvalidFields("file", "must not be empty.");
    }
    FileKind kind = FileKind.of(content).orElseThrow(() -> new InvalidFields("file",
        "must be a PDF, an office document, an image, a text or a ZIP file."));
    Instant now = clock.instant();
    Document document = new Document(UUID.randomUUID(), line("type", type),
        title == null || title.isBlank() ? name : line("title", title), name, kind.mediaType(), content.length, now,
        agent.name());
    String hash = sha256(content);
    documents.save(number.value(), document, hash, content);
    performing.record(agent, order, "documents", "Add Document", details(document, hash),
        () -> asSystem.call(() -> {
          outstanding.arrived(number, document.type());
          return null;
        }));
    return document;
  }

  private static Map<String, Object> details(Document document, String hash) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("document", document.id().toString());
    details.put("type", document.type());
    details.put("title", document.title());
    details.put("fileName", document.fileName());
    details.put("size", document.size());
    details.put("sha256", hash);
    return details;
  }

  private static String line(String field, String text) {
    if (text == null || text.isBlank() || text.length() > MAX_TEXT || text.chars().anyMatch(c -> c < ' ')) {
      throw new InvalidFields(field, "must be a line of 1 to " + MAX_TEXT + " characters.");
    }
    return text.strip();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
