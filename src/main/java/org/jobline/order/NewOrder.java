package org.jobline.order;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an order of any type when it is logged; codes refer to the reference data and were checked before.
 *
 * @param contactPhone null when none is known
 */
public record NewOrder(String client, String site, String contactName, @Nullable String contactPhone) {}
