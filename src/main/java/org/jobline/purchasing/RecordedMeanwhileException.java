package org.jobline.purchasing;

import java.util.List;
import org.jobline.platform.error.ChangedMeanwhileException;

/** Something was recorded on an order after somebody had looked at it who decided on what they saw; nothing was changed. */
class RecordedMeanwhileException extends ChangedMeanwhileException {

  private static final int MAX_ITEMS = 3;

  private RecordedMeanwhileException(String message) {
    super(message, null);
  }

  /** @param items what it says of each line */
  static RecordedMeanwhileException of(Movement movement, List<String> items) {
    String some = String.join("; ", items.stream().limit(MAX_ITEMS).toList())
        + (items.size() > MAX_ITEMS ? "; " + (items.size() - MAX_ITEMS) + " more" : "");
    return new RecordedMeanwhileException(movement.recordedBy() + " recorded " + movement.number()
        + " after you opened this form: " + some + ". Check your entries, then send them again.");
  }

  static RecordedMeanwhileException of(PurchaseInvoice invoice) {
    return new RecordedMeanwhileException(invoice.recordedBy() + " recorded " + invoice.number()
        + " after you opened this form. Check your entries, then send them again.");
  }

  static RecordedMeanwhileException ofDecision(PurchaseInvoice invoice) {
    return new RecordedMeanwhileException(invoice.decision().by() + " decided about " + invoice.number()
        + " after you opened this form. Check your entries, then send them again.");
  }
}
