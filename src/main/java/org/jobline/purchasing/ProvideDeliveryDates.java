package org.jobline.purchasing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param date of all open lines without a date of their own, null when only those are known */
record ProvideDeliveryDates(@Nullable LocalDate date, List<PromisedLine> lines) {}
