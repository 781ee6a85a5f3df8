package org.jobline.messaging.notification;

/** The messages there are; each has a subject, a text and an HTML file in the folder {@code mail}. */
public enum Template {
  ASSIGN("assign", "assignment"),
  ASSIGNED_AFTER_RECALL("assigned-after-recall", "reassignment"),
  DEALLOCATED("de-allocated", "stand-down"),
  CANCELLED("cancelled", "cancellation"),
  COMPLETED("completed", "completion"),
  ETA_REQUESTED("eta-requested", "ETA request"),
  ETA("eta", "ETA"),
  /** An agent's own words; a text message is its text alone. */
  MESSAGE("message", "message"),
  AUTHORISATION("authorisation", "authorisation request"),
  AUTHORISATION_DECIDED("authorisation-decided", "authorisation decision"),
  PAPER("paper", "document"),
  INVOICE_REJECTED("invoice-rejected", "invoice rejection"),
  ENGINEERS_REFUSED("engineers-refused", "engineers refused");

  private final String file;
  private final String label;

  Template(String file, String label) {
    this.file = file;
    this.label = label;
  }

  /** What the timeline calls it, as in "assignment e-mail". */
  public String label() {
    return label;
  }

  /** The name of its files. */
  public String file() {
    return file;
  }
}
