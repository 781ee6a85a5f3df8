package org.jobline.documents;

import org.jobline.purchasing.ItemsReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What came with goods is filed with their order. */
@Component
class DeliveryNotes {

  private static final String TYPE = "Delivery note";

  private final DocumentRecording documents;

  DeliveryNotes(DocumentRecording documents) {
    this.documents = documents;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ItemsReceived received) {
    documents.attach(received.order(), received.deliveryNotes(), TYPE, null, null);
  }
}
