package org.jobline.lifecycle.amendment;

import org.jobline.order.OrderNumber;

/** The type of work or the priority is another. The SLA clock follows, then the expected cost. */
public record TermsEdited(OrderNumber order) {}
