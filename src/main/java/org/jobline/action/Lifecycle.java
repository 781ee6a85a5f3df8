package org.jobline.action;

import java.util.Set;
import org.jobline.order.OrderType;

/**
 * A type of order, as its deployed lifecycle says it.
 *
 * @param label what people call the type
 * @param action what the timeline calls it that an order was logged
 * @param roles the groups that may log orders of the type
 * @param form the key of the form they are logged by
 */
public record Lifecycle(OrderType type, String label, String action, Set<String> roles, String form) {}
