package org.jobline.money.cost;

import java.math.BigDecimal;

/**
 * A change of what an order may come to cost, for whoever has to authorise it.
 *
 * @param what was changed, from what to what
 * @param commitment what the order may come to cost with it
 */
public record CostChange(What what, String currency, BigDecimal commitment) {

  /**
   * @param kind as the table {@code authorisation-rules} calls it
   * @param before the accrual, or the delivery charge, remote fix or parts where that was changed
   */
  public record What(String kind, BigDecimal before, BigDecimal after) {}

  public String kind() {
    return what.kind();
  }

  /** The same, known by what it was made for. */
  CostChange as(String kind) {
    return new CostChange(new What(kind, what.before(), what.after()), currency, commitment);
  }
}
