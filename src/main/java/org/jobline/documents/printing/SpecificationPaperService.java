package org.jobline.documents.printing;

import java.util.List;
import org.jobline.documents.DocumentService;
import org.jobline.lifecycle.quoting.QuotesRequested;
import org.jobline.messaging.notification.Attachment;
import org.jobline.messaging.recipients.QuoteMailService;
import org.jobline.order.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends contractors what they are to quote for, with the documents that belong to it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class SpecificationPaperService {

  /** The type of the documents, as the forms of the specification file them. */
  private static final String SPECIFICATION = "Specification";

  private final DocumentService documents;
  private final QuoteMailService mails;

  SpecificationPaperService(DocumentService documents, QuoteMailService mails) {
    this.documents = documents;
    this.mails = mails;
  }

  @EventListener
  void on(QuotesRequested requested) {
    mails.requested(requested.order(), requested.contractors(), papers(requested.order()));
  }

  void changed(OrderNumber number) {
    mails.specificationChanged(number, papers(number));
  }

  private List<Attachment> papers(OrderNumber number) {
    return documents.of(number).stream().filter(document -> document.type().equals(SPECIFICATION))
        .map(document -> new Attachment(
            document.fileName(), document.mediaType(), new ByteArrayResource(documents.content(document))))
        .toList();
  }
}
