package org.jobline.purchasing;

import org.jspecify.annotations.Nullable;

/**
 * @param spokeTo required by phone
 * @param supplierReference null when the supplier has not said one
 */
record SubmitOrder(How how, @Nullable String spokeTo, @Nullable String supplierReference) {

  /** How the supplier is told. */
  public enum How {
    BY_PHONE,
    BY_EMAIL,
    /** By e-mail, by the system. */
    AUTOMATICALLY
  }
}
