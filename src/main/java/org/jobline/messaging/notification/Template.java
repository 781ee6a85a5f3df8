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
  AUTHORISATION("authorisation", "authorisation request", true),
  AUTHORISATION_DECIDED("authorisation-decided", "authorisation decision", true),
  PAPER("paper", "document"),
  INVOICE_REJECTED("invoice-rejected", "invoice rejection"),
  ENGINEERS_REFUSED("engineers-refused", "engineers refused"),
  /** Also when the specification has changed since. */
  QUOTE_REQUESTED("quote-requested", "quote request"),
  QUOTE_OVERDUE("quote-overdue", "quote reminder"),
  QUOTE_REJECTED("quote-rejected", "quote rejected"),
  PURCHASE_ORDER("purchase-order", "purchasing order"),
  PURCHASE_DISPATCHED("purchase-dispatched", "dispatch"),
  PURCHASE_LATE("purchase-late", "late delivery"),
  PURCHASE_NOT_REQUIRED("purchase-not-required", "not required"),
  PURCHASE_REMINDER("purchase-reminder", "reminder"),
  PURCHASE_CANCELLED("purchase-cancelled", "cancellation"),
  SLA_AT_RISK("sla-at-risk", "SLA warning"),
  /** The same for the desk. */
  SLA_AT_RISK_DESK("sla-at-risk", "SLA warning", true),
  SLA_BREACHED("sla-breached", "SLA breach"),
  /** The same for the desk. */
  SLA_BREACHED_DESK("sla-breached", "SLA breach", true);

  private final String file;
  private final String label;
  private final boolean forColleagues;

  Template(String file, String label) {
    this(file, label, false);
  }

  Template(String file, String label, boolean forColleagues) {
    this.file = file;
    this.label = label;
    this.forColleagues = forColleagues;
  }

  /** What the timeline calls it, as in "assignment e-mail". */
  public String label() {
    return label;
  }

  /** Whether it goes to people who can log in here, whom a link to the order helps. */
  boolean isForColleagues() {
    return forColleagues;
  }

  /** The name of its files. */
  public String file() {
    return file;
  }
}
