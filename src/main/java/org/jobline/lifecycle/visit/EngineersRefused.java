package org.jobline.lifecycle.visit;

import org.jobline.order.OrderNumber;

/**
 * The client's side wants no more engineers to come. The contractor is told.
 *
 * @param asked what it had asked for, in the words of the desk
 */
public record EngineersRefused(OrderNumber order, String asked) {}
