package org.jobline.action;

import org.jobline.order.Status;
import org.jobline.order.OrderEvent;

/** What an action led to. */
public record Performed(OrderEvent event, Status status) {}
