package org.jobline.cost;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change of what an order is expected to cost. Between the step that makes it and the authorisation it travels as a
 * few variables, of which the table {@code authorisation-rules} reads kind and amount.
 *
 * @param kind what was changed, as the table calls it
 * @param amountBefore the accrual before the change
 * @param amountAfter the accrual after it
 * @param estimateBefore null when there was none
 * @param fixedBefore null when there was none
 * @param deliveryBefore null when there was none
 */
public record CostChange(
    String kind, String currency, BigDecimal amountBefore, BigDecimal amountAfter, BigDecimal estimateBefore,
    BigDecimal fixedBefore, BigDecimal deliveryBefore) {

  private static final String KIND = "kindOfChange";
  private static final String CURRENCY = "currency";
  private static final String AMOUNT_BEFORE = "amountBefore";
  private static final String AMOUNT_AFTER = "amountAfter";
  private static final String ESTIMATE_BEFORE = "estimateBefore";
  private static final String FIXED_BEFORE = "fixedBefore";
  private static final String DELIVERY_BEFORE = "deliveryBefore";

  /** Amounts as text, or the engine would keep them as doubles. */
  public Map<String, Object> asVariables() {
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put(KIND, kind);
    variables.put(CURRENCY, currency);
    variables.put(AMOUNT_BEFORE, text(amountBefore));
    variables.put(AMOUNT_AFTER, text(amountAfter));
    variables.put(ESTIMATE_BEFORE, text(estimateBefore));
    variables.put(FIXED_BEFORE, text(fixedBefore));
    variables.put(DELIVERY_BEFORE, text(deliveryBefore));
    return variables;
  }

  public static CostChange of(Map<String, Object> variables) {
    return new CostChange(
        (String) variables.get(KIND), (String) variables.get(CURRENCY), amount(variables.get(AMOUNT_BEFORE)),
        amount(variables.get(AMOUNT_AFTER)), amount(variables.get(ESTIMATE_BEFORE)),
        amount(variables.get(FIXED_BEFORE)), amount(variables.get(DELIVERY_BEFORE)));
  }

  private static String text(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static BigDecimal amount(Object text) {
    return text == null ? null : new BigDecimal((String) text);
  }
}
