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
 */
public record Client(
    String code,
    String name,
    String currency,
    String language,
    int recallDays,
    Duration shortBreak,
    Duration duplicateWindow,
    boolean secondPriorityResource) {

  public String label() {
    return code + " " + name;
  }
}
