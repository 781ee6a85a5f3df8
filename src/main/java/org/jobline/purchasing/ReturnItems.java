package org.jobline.purchasing;

import java.util.List;

/** @param isReplacementWanted else a credit note is expected */
record ReturnItems(List<ReturnedItem> items, boolean isReplacementWanted) {}
