package org.jobline.action;

import org.jobline.order.OrderEvent;
import org.jobline.order.Status;

/** What an action led to. */
public record ActionResult(OrderEvent event, Status status) {}
