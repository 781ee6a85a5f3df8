package org.jobline.sla;

import org.jobline.order.OrderNumber;

/**
 * A target of an order has passed without being met.
 *
 * @param words which, and when it was due by the clock of the site
 */
public record SlaBreached(OrderNumber order, String words) {}
