package org.jobline.referencedata.estate;

import java.time.Duration;

/**
 * Whose sites are looked after, with what was agreed with him.
 *
 * @param currency ISO 4217 code of all his amounts
 * @param language the language tag he is written to in
 * @param recallDays how long after its completion an order may be called back, unless a contract says otherwise
 * @param shortBreak a revisit resumed within this time keeps a first-time fix
 * @param duplicateWindow orders alike within this time are suspected to be the same
 * @param secondPriorityResource whether the next ranked contractor is asked when one declines
 * @param freeTextLines whether agents may order for him what stands in no catalogue
 */
public record Client(
    String code,
    String name,
    String currency,
    String language,
    int recallDays,
    Duration shortBreak,
    Duration duplicateWindow,
    boolean secondPriorityResource,
    boolean freeTextLines) {

  public String label() {
    return code + " " + name;
  }
}
