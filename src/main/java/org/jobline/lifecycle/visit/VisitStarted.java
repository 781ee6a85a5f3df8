package org.jobline.lifecycle.visit;

import java.time.Instant;
import org.jobline.order.OrderNumber;

/** Somebody is on site, or was. The SLA clock follows. */
public record VisitStarted(OrderNumber order, Instant at) {}
