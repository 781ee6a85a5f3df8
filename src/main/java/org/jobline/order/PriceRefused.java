package org.jobline.order;

import java.math.BigDecimal;

/**
 * What an order would have come to was not authorised. Its cost is back at what was last allowed; what the order is made
 * of has to follow.
 *
 * @param refused what was asked for
 * @param lastAllowed what the order came to before, 0 when nothing was allowed yet
 */
public record PriceRefused(OrderNumber order, BigDecimal refused, BigDecimal lastAllowed) {}
