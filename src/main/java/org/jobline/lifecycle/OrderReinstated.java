package org.jobline.lifecycle;

import java.util.Optional;
import org.jobline.order.OrderNumber;

/**
 * A cancelled order is open again, with the visit that was made meanwhile. The authorisation of its cost follows, then
 * the SLA clock.
 *
 * @param authorisation what is to become of the cost that was refused; empty when nobody said
 */
public record OrderReinstated(OrderNumber order, Optional<String> authorisation) {}
