package org.jobline.lifecycle.conversion;

import org.jobline.order.OrderNumber;

/**
 * The order goes on as another. Its documents follow, then the mail to its contractor, the SLA clock and the link
 * between the two.
 *
 * @param target the order it has become
 */
public record OrderConverted(OrderNumber order, OrderNumber target) {}
