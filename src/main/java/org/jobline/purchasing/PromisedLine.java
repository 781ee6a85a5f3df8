package org.jobline.purchasing;

import java.time.LocalDate;

/** The day a line is to be delivered on. */
record PromisedLine(int position, LocalDate date) {}
