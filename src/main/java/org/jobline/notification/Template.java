package org.jobline.notification;

/** The messages there are; each has a subject, a text and an HTML file in the folder {@code mail}. */
public enum Template {
  ASSIGN("assign"),
  ASSIGNED_AFTER_RECALL("assigned-after-recall"),
  DEALLOCATED("de-allocated"),
  CANCELLED("cancelled"),
  COMPLETED("completed"),
  ETA_REQUESTED("eta-requested"),
  ETA("eta"),
  /** An agent's own words; a text message is its text alone. */
  MESSAGE("message"),
  AUTHORISATION("authorisation"),
  AUTHORISATION_DECIDED("authorisation-decided"),
  PAPER("paper"),
  INVOICE_REJECTED("invoice-rejected"),
  ENGINEERS_REFUSED("engineers-refused");

  private final String file;

  Template(String file) {
    this.file = file;
  }

  /** The name of its files, and what people call it. */
  public String file() {
    return file;
  }
}
