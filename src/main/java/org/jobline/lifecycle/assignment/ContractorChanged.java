package org.jobline.lifecycle.assignment;

import org.jobline.order.OrderNumber;

/**
 * The contractor the order had has it no more; another has, or nobody. The engineers it was allowed follow, then the
 * SLA clock, the cost and the CIS mark.
 */
public record ContractorChanged(OrderNumber order) {}
