package org.jobline.sla;

/** What a client may want of an order by some time, in the sequence in which it is reached. */
public enum TargetKind {
  /** Attendance begins. */
  RESPOND("respond"),
  /** It works again for the time being. */
  TEMPORARY_FIX("temporaryFix"),
  /** It is done. */
  FIX("fix");

  private final String key;

  TargetKind(String key) {
    this.key = key;
  }

  /** How clients of the API know it. */
  public String key() {
    return key;
  }
}
