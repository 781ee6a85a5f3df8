package org.jobline.documents.printing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jobline.action.CurrentAction;
import org.jobline.documents.DocumentRecording;
import org.jobline.documents.UploadService;
import org.jobline.messaging.notification.Attachment;
import org.jobline.messaging.recipients.OrderMailService;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers made of an order on the spot: to be looked at, mailed, or filed. What is private stands in none of them, since
 * nobody knows where a paper goes.
 */
@Service
public class PrintingService {

  private static final String MAIL_TO = "mailTo";

  private final PaperContent content;
  private final PdfRendering rendering;
  private final Orders orders;
  private final OrderMailService mails;
  private final UploadService uploads;
  private final DocumentRecording documents;
  private final CurrentAction current;

  PrintingService(
      PaperContent content, PdfRendering rendering, Orders orders, OrderMailService mails, UploadService uploads,
      DocumentRecording documents, CurrentAction current) {
    this.content = content;
    this.rendering = rendering;
    this.orders = orders;
    this.mails = mails;
    this.uploads = uploads;
    this.documents = documents;
    this.current = current;
  }

  /** The paper as the desk may see it. */
  @Transactional(readOnly = true)
  byte[] forTheDesk(OrderNumber number, PaperKind kind) {
    return pdf(orders.get(number), kind, Audience.DESK);
  }

  /**
   * Makes a paper and sends and files it.
   *
   * @param mailTo contractor, contact or both
   * @throws InvalidFieldsException when it is to go nowhere, or to a contractor there is not
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void make(OrderNumber number, PaperKind kind, List<String> mailTo, boolean filed) {
    Order order = orders.lock(number);
    if (mailTo.isEmpty() && !filed) {
      throw new InvalidFieldsException(MAIL_TO,
          "Choose who to e-mail it to, or tick “File with the order”. To look at it, use Preview.");
    }
    if (mailTo.contains("resource") && !mails.hasContractor(order)) {
      throw new InvalidFieldsException(MAIL_TO, "Contractor can't be ticked: no contractor is allocated.");
    }
    if (mailTo.contains("resource") && kind == PaperKind.QUOTE_COMPARISON) {
      throw new InvalidFieldsException(MAIL_TO,
          "Contractor can't be ticked: contractors don't see each other's quotes.");
    }
    current.note(kind.title());
    if (mailTo.contains("resource")) {
      mails.documentToContractor(order, attachment(order, kind, Audience.RESOURCE));
    }
    if (mailTo.contains("contact")) {
      mails.paperToBuilding(order, attachment(order, kind, Audience.CONTACT));
    }
    if (filed) {
      file(order, kind);
    }
  }

  private void file(Order order, PaperKind kind) {
    UUID upload = uploads.stage(current.agent(), order.number(), fileName(order, kind),
        new ByteArrayResource(pdf(order, kind, Audience.DESK)));
    documents.attach(
        order.number(), List.of(upload.toString()), kind.title(), null, kind.title() + " " + order.number());
  }

  private Attachment attachment(Order order, PaperKind kind, Audience audience) {
    return new Attachment(fileName(order, kind), "application/pdf", new ByteArrayResource(pdf(order, kind, audience)));
  }

  static String fileName(Order order, PaperKind kind) {
    return order.number() + "-" + kind.file() + ".pdf";
  }

  private byte[] pdf(Order order, PaperKind kind, Audience audience) {
    Map<String, Object> values = new LinkedHashMap<>(content.head(order));
    values.put("title", kind.title());
    values.put("status", order.status().toString());
    values.putAll(switch (kind) {
      case ORDER_SHEET -> content.orderSheet(order);
      case COST_SUMMARY -> content.costSummary(order, audience);
      case EVENT_HISTORY -> content.eventHistory(order, audience);
      case QUOTE_COMPARISON -> content.quoteComparison(order);
    });
    return rendering.pdf(kind.file(), values);
  }
}
