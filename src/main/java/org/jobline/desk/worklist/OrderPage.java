package org.jobline.desk.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param total how many orders there are on all pages; null when nobody asked
 * @param more whether there are more than that: beyond 10,000 nobody counts
 */
record OrderPage(List<OrderRow> items, @Nullable Long total, boolean more, int page, int size) {}
