package org.jobline.referencedata.contractor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a contractor is registered for the Construction Industry Scheme (domain/money.md). */
public enum CisStatus {
  NOT_REGISTERED,
  GROSS,
  STANDARD,
  HIGHER;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static CisStatus ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
