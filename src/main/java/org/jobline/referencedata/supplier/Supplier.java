package org.jobline.referencedata.supplier;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who sells parts (domain/purchasing.md). All amounts are in its currency and without VAT.
 *
 * @param email null only when it is sent orders by telephone
 * @param phone null only when it is not
 * @param currency ISO 4217 code
 * @param autoAcknowledge whether what it was sent counts as acknowledged
 * @param minimumOrder the value of goods below which it takes no order
 * @param deliveryFreeFrom the value of goods from which delivery is free; null: never
 * @param leadTimeDays how long after an order goods usually come
 * @param tolerancePercent how much more than was ordered may be kept, unless its client or the line says otherwise
 * @param priceTolerancePercent how much more than was agreed it may invoice
 * @param active whether anything can still be ordered from it
 */
public record Supplier(
    String code,
    String name,
    @Nullable String email,
    @Nullable String phone,
    String currency,
    SentBy sentBy,
    boolean autoAcknowledge,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal minimumOrder,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal deliveryCharge,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal deliveryFreeFrom,
    int leadTimeDays,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tolerancePercent,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal priceTolerancePercent,
    boolean active) {

  public String label() {
    return code + " " + name;
  }
}
