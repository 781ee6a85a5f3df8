package org.jobline.orderlist;

import java.util.List;
import org.springframework.lang.Nullable;

/** @param total how many orders there are on all pages; null when nobody asked */
record OrderPage(List<OrderRow> items, @Nullable Long total, int page, int size) {}
