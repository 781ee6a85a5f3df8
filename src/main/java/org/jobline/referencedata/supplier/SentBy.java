package org.jobline.referencedata.supplier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How orders reach a supplier (domain/purchasing.md). */
public enum SentBy {
  E_MAIL,
  TELEPHONE,
  /** By e-mail and without an agent. */
  AUTOMATIC;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SentBy ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
