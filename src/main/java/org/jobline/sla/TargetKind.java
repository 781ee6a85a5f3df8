package org.jobline.sla;

/** What a client may want of an order by some time, in the sequence in which it is reached. */
public enum TargetKind {
  /** Attendance begins. */
  RESPOND("respond", "Respond"),
  /** It works again for the time being. */
  TEMPORARY_FIX("temporaryFix", "Temporary fix"),
  /** It is done. */
  FIX("fix", "Fix");

  private final String key;
  private final String words;

  TargetKind(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** How clients of the API know it. */
  public String key() {
    return key;
  }

  /** As agents read it. */
  String words() {
    return words;
  }
}
