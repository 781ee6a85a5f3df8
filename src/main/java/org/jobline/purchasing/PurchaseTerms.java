package org.jobline.purchasing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed with supplier and client, as it was when the order was given to the supplier.
 *
 * @param deliveryCharge for an order below what is delivered free
 * @param freeFrom the value of goods from which delivery is free, null when it never is
 * @param overDeliveryPercent how much more than ordered may be kept without finance, unless a line says otherwise
 * @param priceTolerancePercent how far a price on an invoice may differ from what was ordered
 * @param freeTextLines whether the client allows what is in no catalogue
 */
public record PurchaseTerms(
    BigDecimal deliveryCharge,
    @Nullable BigDecimal freeFrom,
    BigDecimal overDeliveryPercent,
    BigDecimal priceTolerancePercent,
    boolean freeTextLines) {

  /** Nothing agreed: delivery costs nothing, nothing is tolerated. */
  public static final PurchaseTerms NONE =
      new PurchaseTerms(BigDecimal.ZERO, null, BigDecimal.ZERO, BigDecimal.ZERO, true);

  public PurchaseTerms {
    if (deliveryCharge.signum() < 0 || overDeliveryPercent.signum() < 0 || priceTolerancePercent.signum() < 0) {
      throw new IllegalArgumentException("Terms can't be negative");
    }
  }

  /** @param goods the value of what is to be delivered */
  Money charge(Money goods) {
    boolean isFree = !goods.isPositive() || freeFrom != null && goods.amount().compareTo(freeFrom) >= 0;
    return isFree ? Money.zero(goods.currency()) : new Money(deliveryCharge, goods.currency());
  }
}
