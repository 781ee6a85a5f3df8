package org.jobline.documents.printing;

import java.util.List;
import java.util.UUID;
import org.jobline.action.CurrentAction;
import org.jobline.documents.DocumentRecording;
import org.jobline.documents.UploadService;
import org.jobline.messaging.notification.Attachment;
import org.jobline.messaging.recipients.PurchaseMailService;
import org.jobline.order.OrderNumber;
import org.jobline.purchasing.PurchaseOrder;
import org.jobline.purchasing.PurchaseOrders;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends the order sheet of a purchasing order to its supplier; each version stays among the order's documents. */
@Service
class PurchasePaperService {

  private final PurchaseSheet sheet;
  private final PurchaseOrders orders;
  private final PurchaseMailService mails;
  private final UploadService uploads;
  private final DocumentRecording documents;
  private final CurrentAction current;

  PurchasePaperService(
      PurchaseSheet sheet, PurchaseOrders orders, PurchaseMailService mails, UploadService uploads,
      DocumentRecording documents, CurrentAction current) {
    this.sheet = sheet;
    this.orders = orders;
    this.mails = mails;
    this.uploads = uploads;
    this.documents = documents;
    this.current = current;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void send(OrderNumber number) {
    PurchaseOrder order = orders.lock(number);
    ByteArrayResource pdf = new ByteArrayResource(sheet.pdf(order));
    mails.orderSheet(order, new Attachment(file(order), "application/pdf", pdf));
    order.sheetTold();
    file(order, pdf);
  }

  /** Keeps the sheet that is read to the supplier over the phone. */
  @Transactional(propagation = Propagation.MANDATORY)
  void file(OrderNumber number) {
    PurchaseOrder order = orders.lock(number);
    file(order, new ByteArrayResource(sheet.pdf(order)));
  }

  private static String file(PurchaseOrder order) {
    return order.number() + "-order-sheet-" + order.sheetVersion() + ".pdf";
  }

  private void file(PurchaseOrder order, ByteArrayResource pdf) {
    OrderNumber number = order.number();
    UUID upload = uploads.stage(current.agent(), number, file(order), pdf);
    documents.attach(number, List.of(upload.toString()), PaperKind.ORDER_SHEET.title(), null,
        PaperKind.ORDER_SHEET.title() + " " + number + ", version " + order.sheetVersion());
  }
}
