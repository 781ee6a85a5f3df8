package org.jobline.referencedata.contractor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of the check before a contractor may work; a rejected one is never chosen. */
public enum Prequalification {
  APPROVED,
  PENDING,
  REJECTED;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Prequalification ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
